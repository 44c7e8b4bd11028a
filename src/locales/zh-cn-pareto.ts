import type { ParetoSubject, ParetoValue, ParetoWords } from './words';

const values: Record<ParetoValue, string> = { amount: '收入', profit: '利润', orders: '订单' };
const items = ({ of }: ParetoSubject): string => (of === 'customer' ? '客户' : `“${of}”取值`);
const unit = ({ of }: ParetoSubject): string => (of === 'customer' ? '位' : '个');

/** The Pareto curve in Simplified Chinese. */
export const zhCNPareto: ParetoWords = {
  name: '帕累托曲线',
  ranked: '排名',
  by: '依据',
  customers: '客户',
  values,
  finding: ({ top, target, needed, ...of }, f) =>
    `前 ${f.share(0.2)} 的${items(of)}贡献 ${f.share(top)} 的${values[of.value]}${
      needed === null ? '' : `；达到 ${f.share(target)} 需要 ${f.share(needed)} 的${items(of)}`
    }`,
  findingEven: ({ top, needed: _, target: __, ...of }, f) =>
    `${f.share(0.2)} 的${items(of)}贡献 ${f.share(top)} 的${values[of.value]}：二八定律在此不成立`,
  findingFew: ({ items: count, largest, ...of }, f) =>
    count === 1
      ? `唯一的${items(of)}贡献全部${values[of.value]}`
      : `${f.count(count)} ${unit(of)}${items(of)}中最大的一${unit(of)}贡献 ${f.share(largest)} 的${values[of.value]}`,
  findingWhale: ({ share, peak, ...of }, f) =>
    `最好的 ${f.share(share)} 的${items(of)}贡献 ${f.share(peak)} 的${values[of.value]}，其余部分抵消 ${f.share(peak - 1)}`,
  noShares: ({ total, ...of }) => `${values[of.value]}合计为 ${total}，占比没有意义`,
  description: ({ items: count, asOf, ...of }, f) =>
    `${values[of.value]}累计占比，${zhCNPareto.items(of, count, f)}，截至 ${asOf}`,
  items: (of, count, f) => `${f.count(count)} ${unit(of)}${items(of)}`,
  itemsAxis: (of) => `${items(of)}占比（由大到小）`,
  valueAxis: (of) => `${values[of.value]}占比`,
  equality: '若人人贡献相同',
  crossing: ({ share, brings, ...of }, f) => `${f.share(share)} 的${items(of)}贡献 ${f.share(brings)}`,
  peak: ({ share, peak }, f) => `峰值 ${f.share(peak)}，位于 ${f.share(share)}`,
  reading: ({ share, brings, ...of }, f) =>
    `前 ${f.share(share)} 贡献${Math.abs(brings - 0.5) < 0.005 ? '一半' : ` ${f.share(brings)} `}的${values[of.value]}`,
  readingAcross: ({ share, brings, ...of }, f) =>
    `${Math.abs(brings - 0.5) < 0.005 ? '一半' : ` ${f.share(brings)} `}的${values[of.value]}来自前 ${f.share(share)}`.trim(),
  keys: '左右键沿项目移动，上下键沿占比移动；沿任一坐标轴拖动亦可。',
  selected: '所选客户内部',
  period: ({ from, to }) => (from === null ? `截至 ${to}` : `${from} 至 ${to}`),
  beside: ({ name, items: count, top, ...of }, f) =>
    `虚线：${name}，${zhCNPareto.items(of, count, f)}${
      top === null ? '' : `，其中前 ${f.share(0.2)} 贡献 ${f.share(top)}`
    }。`,
  besideNobody: '尚未选择客户，无可比较。',
  classes: {
    A: ([first]) => `A：前 ${first}`,
    B: ([first, second]) => `B：${first} 至 ${second}`,
    C: ([, second]) => `C：${second} 以后`,
  },
  gini: (gini, f) => `基尼系数 ${f.fixed(gini, 2)}，介于 0（人人相同）与 1（一人独占）之间。`,
  noGini: ({ negative, ...of }, f) =>
    `无基尼系数：${zhCNPareto.items(of, negative, f)}的${values[of.value]}为负。`,
  figure: '指标',
  number: '数量',
  class: '类别',
  shareOfItems: (of) => `${items(of)}占比`,
  shareOfValue: (of) => `${values[of.value]}占比`,
  total: (of) => `${values[of.value]}合计`,
  first: '前',
  ofItems: (of) => `${items(of)}占比`,
  ofValue: (of) => `${values[of.value]}占比`,
  top: (share) => `前 ${share}`,
  forTarget: (target) => `达到 ${target} 所需`,
  keyFigures: '关键指标',
  curve: '曲线',
};
