import type { Period } from '../compute/results';
import type { Formats } from '../util/format';
import type { FlowWords } from './words-flow';

const one: Record<Period, string> = { week: '周', month: '月', quarter: '季度', year: '年' };
const before: Record<Period, string> = { week: '上周', month: '上月', quarter: '上季度', year: '上年' };
const next: Record<Period, string> = { week: '下一周', month: '次月', quarter: '下一季度', year: '次年' };
const count: Record<Period, string> = { week: '周', month: '个月', quarter: '个季度', year: '年' };

const share = (existing: number | null, f: Formats): string =>
  existing === null ? '' : `；累计 ${f.share(existing)} 的销售额来自老客户`;

/** The revolving door in Simplified Chinese. */
export const zhCNFlow: FlowWords = {
  name: '客户旋转门',
  finding: ({ measure, came, left, ratio, period, existing }, f) => {
    const money = measure === 'revenue';
    const balance =
      ratio === null || ratio > 1.1
        ? money
          ? '销售额得多失少'
          : '客户来多走少'
        : ratio < 0.9
          ? money
            ? '销售额得少失多'
            : '客户来少走多'
          : money
            ? '销售额得失相当'
            : '客户来去相当';
    const figures = money
      ? `${period}增加 ${came}，减少 ${left}`
      : `${period}进来 ${came} 位，流失 ${left} 位`;
    return `${balance}：${figures}${share(existing, f)}`;
  },
  findingStill: ({ measure, period, existing }, f) =>
    `${period}${measure === 'revenue' ? '销售额无增无减' : '无人进来，也无人流失'}${share(existing, f)}`,
  findingNone: ({ period, customers }, f) =>
    `${f.count(customers)} 位客户，尚无两个完整的${one[period]}可比较`,
  description: ({ measure, period, customers, asOf }, f) =>
    `按${one[period]}统计的${measure === 'revenue' ? '收入' : '客户'}新增、留存与流失，${f.count(customers)} 位客户，截至 ${asOf}`,
  parts: {
    new: '新客户',
    reactivated: '回流',
    expansion: '增购',
    retained: '留存',
    lost: '流失',
    contraction: '减购',
  },
  measure: '统计内容',
  measures: { customers: '客户', revenue: '收入' },
  by: '周期长度',
  kept: '保有',
  net: '净变化',
  stayed: '留下',
  axis: ({ measure, period }) =>
    `每${one[period]}${measure === 'revenue' ? '收入' : '客户数'}：↑ 进来，↓ 离开`,
  periods: { week: '周', month: '月份', quarter: '季度', year: '年份' },
  active: '活跃',
  revenueOf: (part) => `收入：${part}`,
  refundsOther: '其他客户退款',
  quickRatio: '速动比率',
  rates: ({ period, unit, quickRatio, retention, gross, net }, f) => {
    const parts = [
      ...(quickRatio === null ? [] : [`速动比率 ${f.decimal(quickRatio, 2)}（进来 / 流失）`]),
      ...(retention === null ? [] : [`${before[unit]}客户中 ${f.share(retention)} 再次购买`]),
      ...(gross === null ? [] : [`收入毛留存率 ${f.share(gross)}`]),
      ...(net === null ? [] : [`净留存率 ${f.share(net)}`]),
    ];
    return `${period}：${parts.join('，')}。`;
  },
  halfLife: ({ unit, retention, halfLife }, f) =>
    `平均 ${f.share(retention)} 在${next[unit]}再次购买：${f.decimal(halfLife, 1)} ${count[unit]}后流失一半。`,
  existing: ({ unit }) => `老客户：此前某${one[unit]}已购买过的客户；统计全部完整${one[unit]}的销售额。`,
  open: ({ period, asOf }) => `斜线：截至 ${asOf}，${period}尚未结束；其中计为流失的客户仍可能购买。`,
  notComplete: '尚未结束',
  chosen: ({ part, period }) => `${period}${part}`,
};
