import type { WhatIfWords } from './words-what-if';

/** Of what some points of retention are worth, in Chinese. */
export const zhCNWhatIf: WhatIfWords = {
  name: '留存率的价值',
  finding: ({ points, months, revenue, profit }, f) =>
    points > 0
      ? `留存率提高 ${f.decimal(points, 1)} 个百分点，${f.count(months)} 个月可增收 ${revenue}，其中利润 ${profit}`
      : `留存率降低 ${f.decimal(-points, 1)} 个百分点，${f.count(months)} 个月将减收 ${revenue}，其中利润 ${profit}`,
  findingNone: '留存率不变，则一切不变',
  description: ({ customers, asOf }, f) => `${f.count(customers)} 位客户按本数据的留存曲线推演，截至 ${asOf}`,
  measures: { revenue: '收入', profit: '利润', customers: '客户' },
  axes: { revenue: '每月收入', profit: '每月利润（已折现）', customers: '当月购买的客户' },
  months: '从现在起的月数',
  month: (number, f) => `第 ${f.count(number)} 个月`,
  base: '维持现状',
  lifted: (points, f) => `${points < 0 ? '−' : '+'}${f.decimal(Math.abs(points), 1)} 个百分点`,
  more: '差额',
  sliders: {
    retentionPoints: '留存率变化',
    margin: '利润率',
    costRatio: '获客成本是维系成本的倍数',
    discountRate: '年折现率',
    horizonPeriods: '月数',
  },
  points: (points, f) =>
    `${points > 0 ? '+' : points < 0 ? '−' : ''}${f.decimal(Math.abs(points), 1)} 个百分点`,
  ratio: (times, f) => `${f.decimal(times, 1)} 倍`,
  figures: {
    revenue: '增加的收入',
    profit: '增加的利润',
    kept: '最后一个月多购买的客户',
    equivalent: '带来同样利润所需的新客户',
    cost: '获取这些新客户的成本',
  },
  costNote: ({ ratio, keep }, f) => `每位 ${f.decimal(ratio, 1)} × ${keep}`,
  keepCost: '维系一位客户的成本',
  assumptions: '假设条件',
  assumed: {
    start: (customers, f) =>
      `全部 ${f.count(customers)} 位客户从第 0 个月开始，遵循已完整同期群的合并月留存率。`,
    points: (points, f) => `每月仍在的客户中再次购买的比例变化 ${f.decimal(points, 1)} 个百分点，最高 100%。`,
    revenue: '当月购买的客户，其消费与迄今同类客户相同。',
    profit: ({ margin, discount }) => `利润为收入的 ${margin}，按每年 ${discount} 折现。`,
    observed: (month, f) => `数据只观察到第 ${f.count(month)} 个月；此后沿用最后的比率与消费。`,
    folklore: (ratio, f) =>
      `“获客成本是维系成本的 ${f.decimal(ratio, 1)} 倍”只是流传的说法，并非研究结论：请填入您自己的成本。`,
  },
  figure: '指标',
  value: '数值',
};
