import type { ProblemWords } from './words-problems';

const periods = { week: '周', month: '月', quarter: '季度', year: '年' };
const potential = {
  expected: '预期购买（MBG/NBD 与 Gamma-Gamma）',
  momentum: '近期消费动量',
  headroom: '同类客户提升空间',
};
const scheme = { rfm: 'RFM 分群', mean8: '均值八分法', kmeans: 'k-means 聚类' };

/** Options as a definition states them, in Simplified Chinese. */
export const zhCNOptions: ProblemWords['options'] = {
  scheme: { name: '分群方法', values: scheme },
  bins: { name: '评分档数' },
  scoring: { name: '评分方式', values: { quantile: '分位数', 'r-rfm': '与 R 软件包 rfm 相同' } },
  breaks: { name: '自定义分界点' },
  weights: { name: '权重（最近一次消费、消费频率、消费金额）' },
  k: { name: '聚类数', values: { auto: '自动' } },
  rules: { name: '自定义分群规则' },
  of: { name: '排名对象', values: { customer: '客户' } },
  value: { name: '累计的值', values: { amount: '消费金额', profit: '利润', orders: '订单数' } },
  target: { name: '目标占比' },
  abc: { name: 'A、B 类的累计占比界限' },
  compare: { name: '对比', values: { selection: '所选客户' } },
  potential: { name: '潜在价值的算法', values: potential },
  horizon: { name: '预测天数' },
  split: { name: '高低分界', values: { mean: '均值', median: '中位数' } },
  period: { name: '周期', values: periods },
  measure: {
    name: '指标',
    values: {
      retention: '留存率',
      customers: '客户数',
      revenue: '收入',
      'revenue-per-customer': '人均收入',
      'cumulative-revenue': '累计收入',
      orders: '订单数',
    },
  },
  return: { name: '回访的判定', values: { on: '当期', 'on-or-after': '当期或以后', streak: '每期连续' } },
  bucket: { name: '周期起点', values: { calendar: '日历', rolling: '各自首次购买日' } },
  base: { name: '比率的基数', values: { start: '起始客户', previous: '上一期' } },
  average: {
    name: '平均方式',
    values: { pooled: '合并', simple: '简单', matched: '同群', none: '不显示' },
  },
  from: { name: '起始日期' },
  to: { name: '截止日期' },
  window: { name: '回看天数' },
  by: { name: '迁移单位', values: { tier: '层级', segment: '分群' } },
  retentionPoints: { name: '提高的留存率' },
  margin: { name: '利润率' },
  discountRate: { name: '年折现率' },
  costRatio: { name: '获客成本与维系成本之比' },
  keepCost: { name: '每位客户的维系成本' },
  horizonPeriods: { name: '预测月数' },
  search: { name: '搜索' },
  sort: { name: '排序列' },
  descending: { name: '降序', values: { true: '是', false: '否' } },
  limit: { name: '每页行数' },
  offset: { name: '跳过行数' },
  customer: { name: '客户' },
  dimension: { name: '维度' },
  comparisons: { name: '两两比较' },
};
