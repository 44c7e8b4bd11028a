import type { Formats } from '../util/format';
import { ownValue } from '../util/own-value';
import { zhCNSegments, zhCNTiers } from './zh-cn-names';

type Details = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => String(value ?? '');
const named = (names: Readonly<Record<string, string>>, value: unknown): string =>
  ownValue(names, text(value)) ?? text(value);

const PERIODS = { month: '月', week: '周（ISO 周）', quarter: '季度', year: '年' };
const COUNTED = {
  on: '在第 k 期有购买的客户',
  'on-or-after': '在第 k 期或之后有购买的客户',
  streak: '到第 k 期为止每期都有购买的客户',
};
const AVERAGES = {
  pooled: '合并（客户数之和相除）',
  simple: '简单（各同期群等权）',
  matched: '同群（始终是同一批同期群）',
  none: '不显示',
};
const RANKED = { customer: '客户', amount: '金额', profit: '利润', orders: '订单数' };

function orderOf({ order, by }: Details): string {
  const names = by === 'tier' ? zhCNTiers : zhCNSegments;
  return Array.isArray(order) ? order.map((name) => named(names, name)).join('、') : '';
}

function daysOf({ from, to }: Details): string {
  const days = [...(from ? [`${text(from)} 起`] : []), ...(to ? [`截至 ${text(to)}`] : [])];
  return days.length > 0 ? `，只用${days.join('、')}的数据` : '';
}

/** What results rest on, in Simplified Chinese. */
export const zhCNRules: Record<string, (details: Details, f: Formats) => string> = {
  measures: () => '最近一次消费：从最后一次购买到截止日的整天数；消费频率：订单数；消费金额：金额之和',
  breaks: ({ bins }) =>
    `分界点：第 7 型分位数，位于 1/${text(bins)} 至 ${Number(bins) - 1}/${text(bins)}；数值高于分界点得分加一（最近一次消费则相反）`,
  'breaks-r-rfm': () => '分界点：第 7 型分位数加 1，半开区间，与 R 软件包 rfm 0.3 一致',
  'breaks-recency': ({ breaks }) => `最近一次消费的分界点：${text(breaks)}`,
  'breaks-frequency': ({ breaks }) => `消费频率的分界点：${text(breaks)}`,
  'breaks-monetary': ({ breaks }) => `消费金额的分界点：${text(breaks)}`,
  'segments-rfm': () => '分群：按 r 与 fm = floor((f + m + 1) / 2)',
  'segments-mean8': () => '类型：三项指标各与均值比较',
  'segments-kmeans': () => '聚类：对 log1p 与稳健标准分做 k-means，按加权得分排序',
  'segments-rules': () => '分群：取第一条符合的规则，其余归入“其他”',
  'pareto-order': ({ of, value }) =>
    `${named(RANKED, of)}按${named(RANKED, value)}从大到小排列，相同的按编号排列`,
  'pareto-classes': ({ a, b }, f) =>
    `A：最少的、合计达到总额 ${f.share(Number(a))} 的；B：直到 ${f.share(Number(b))} 的；C：其余`,
  'pareto-shares': () =>
    '前百分之 p 的占比：相邻客户之间线性插值；基尼系数：(2 Σ(i v_i) / (n Σv)) - (n + 1) / n，v 由小到大',
  'beside-selection': () => '另一条曲线：选中的客户，在他们之中排列',
  'beside-segment': ({ segment, ...days }) =>
    `另一条曲线：分群“${named(zhCNSegments, segment)}”（按默认评分），在他们之中排列${daysOf(days)}`,
  'beside-period': (days) => `另一条曲线：同样的计算${daysOf(days)}`,
  'current-value': () => '当前价值：金额之和；严格高于分界线为高',
  splits: ({ current, potential }, f) =>
    `分界线：当前价值 ${f.decimal(Number(current), 2)}，潜在价值 ${f.decimal(Number(potential), 2)}`,
  'potential-expected': ({ days }) =>
    `潜在价值：未来 ${text(days)} 天预期的购买日数（MBG/NBD，极大似然）乘以预期金额（Gamma-Gamma，按复购日）`,
  'potential-momentum': ({ days, half }) =>
    `潜在价值（近期消费动量，${text(days)} 天）：a 为最近 ${text(half)} 天的消费，b 为此前 ${text(half)} 天的消费，S 为全部 ${text(days)} 天的消费；2 S (a + m G) / (a + b + m (1 + G))，G = Σa / Σb，m = b 的均值`,
  'potential-headroom': () =>
    '潜在价值：消费频率得分相同、首次购买处于同一五分位的客户中，消费金额的第 80 百分位减去自身金额，不低于 0',
  'potential-column': ({ column }) => `潜在价值：“${text(column)}”列，取每位客户的最后一行`,
  'cohort-periods': ({ period, bucket, days }) =>
    `同期群：首次购买所在的${named(PERIODS, period)}；第 k 期：${
      bucket === 'rolling'
        ? `自客户首次购买起第 ${text(days)} k 天至第 ${text(days)} (k + 1) - 1 天`
        : `首次购买所在${named(PERIODS, period)}之后的第 k 个${named(PERIODS, period)}`
    }`,
  'cohort-retention': ({ counts, base }) =>
    `留存率：${named(COUNTED, counts)} / ${base === 'start' ? '同期群的人数' : '第 k - 1 期的人数'}；上下限为 95% 威尔逊区间`,
  'cohort-revenue': () => '收入：扣除退款，退款记入退款发生的那一期；首次购买之前的退款记入第 0 期',
  'cohort-average': ({ average }) => `平均：${named(AVERAGES, average)}，只用已结束的单元格`,
  'flow-periods': ({ period }) => `周期：日历${named(PERIODS, period)}；活跃：在该期有购买`,
  'flow-kinds': () =>
    '新客户：此前从未购买；留存：上一期也有购买；回流：更早买过、上一期没有；流失：上一期有购买、本期没有',
  'flow-amounts': () =>
    '金额扣除退款，退款记入其发生的那一期；当期没有购买的客户的退款另列，首笔购买之前的退款不计',
  'flow-ratios': () =>
    '速动比率：（新客户 + 回流）/ 流失；总留存：（上期金额 - 流失 - 收缩）/ 上期金额；净留存另加扩张',
  'flow-half-life': () => '半衰期：按平均留存率，客户流失一半所需的期数',
  'kpi-active': ({ days }) => `活跃客户：最后一次购买距截止日不足 ${text(days)} 天`,
  'kpi-orders': () => '客单价：金额之和 / 订单数；复购率：订单数大于一的客户 / 客户数',
  'kpi-retention': () => '留存率：最近一个完整的月；客户相邻两个购买日之间天数的中位数',
  'kpi-concentration': () => '集中度：最大的 1、5、10 位客户的占比；HHI：占比平方和',
  'migration-window': (details) => `每个日期回看 ${text(details.days)} 天；升降的次序：${orderOf(details)}`,
  'migration-tiers': () => '层级：该时段的当前价值与潜在价值（默认按近期消费动量），以各日期的均值为界',
  'migration-segments': () => '分群：每个时段重新评分',
  'migration-entered': () => '进入：只在后一时段有购买；离开：只在前一时段有购买',
  weights: () => '权重：成对比较矩阵的主特征向量（Saaty 1980）',
  consistency: ({ index, table }) =>
    `CI = (λmax - n) / (n - 1)，CR = CI / RI，RI = ${text(index)}（${text(table)}）；高于 0.1 时不采用这些权重`,
  score: () => '得分：(r - 1, f - 1, m - 1) / (k - 1) 的加权平均',
  'what-if': () =>
    '设 S(k) 为同期群 k 个月后仍购买者的合并占比，c(k) = S(k) / S(k-1)：S′(k) = S′(k-1) min(1, c(k) + 提高的百分点)；大于 1 的 c(k) 只用于原有客户。客户 = 全部客户 × S，收入 = 客户 × 第 k 月每位活跃客户的收入，利润 = 收入 × 利润率 /（1 + 折现率）^(k/12)。等效新客户 = 增加的利润 / 一位新客户在各月的折现利润之和。获客成本 = 该人数 × 成本倍数 × 维系一位客户的成本；倍数（默认 7）是流传的说法，并非研究结论。',
  'customer-scores': () => '得分与分群同 RFM，层级同价值象限，均为默认选项与所用的权重',
  'customer-expectations': ({ days }) =>
    `存活概率：客户仍未流失的概率（MBG/NBD）；预期价值：未来 ${text(days)} 天；模型不成立时两者为空`,
  'customer-dimensions': () => '维度：取每位客户的最后一行',
  'history-alive': () =>
    '存活概率：在每一天客户仍未流失的概率，用当前拟合的模型（MBG/NBD）；净额为正的一天算一次购买',
  'history-rows': () => '购买：计入消费频率；退款：只减少消费金额；两者皆非的行不列出',
  'rows-over-time': () => '各时段的行数：只按维度筛选，不按日期与截止日',
  values: () => '行数与客户数：按日期与其他维度筛选',
};
