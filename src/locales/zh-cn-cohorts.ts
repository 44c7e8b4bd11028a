import type { Period } from '../compute/results';
import type { CohortWords } from './words';

const one: Record<Period, string> = { week: '周', month: '月', quarter: '季度', year: '年' };
const many = (period: Period, count: number): string =>
  period === 'week' || period === 'year' ? `${count} ${one[period]}` : `${count} 个${one[period]}`;
const next: Record<Period, string> = { week: '下一周', month: '次月', quarter: '下一季度', year: '次年' };

/** Cohorts in Simplified Chinese. */
export const zhCNCohorts: CohortWords = {
  name: '同期群',
  finding: ({ period, returning, next: share, later }, f) => {
    const then = later && f.share(later.share);
    if (returning === 'on-or-after') {
      const after = later ? `；${many(period, later.period)}后仍有 ${then}` : '';
      return `${f.share(share)} 的新客户在${next[period]}或之后再次购买${after}`;
    }
    if (returning === 'streak') {
      const after = later ? `；连续 ${many(period, later.period)}都购买的有 ${then}` : '';
      return `${f.share(share)} 的新客户在${next[period]}再次购买${after}`;
    }
    const still = later && later.share > share ? '有' : '仍有';
    const after = later ? `；${many(period, later.period)}后${still} ${then}` : '';
    return `${f.share(share)} 的新客户在${next[period]}再次购买${after}`;
  },
  findingRevenue: ({ period, first, later }) =>
    `每位新客户在首${one[period]}带来 ${first}${
      later ? `，到第 ${later.period} ${period === 'month' ? '个月' : one[period]}末累计 ${later.sum}` : ''
    }`,
  findingNone: ({ cohorts, customers }, f) =>
    `${f.count(cohorts)} 个同期群，共 ${f.count(customers)} 位新客户`,
  description: ({ period, measure, cohorts, customers, asOf }, f) =>
    `${measure}，按首次购买${one[period]}分组，${f.count(cohorts)} 个同期群，${f.count(customers)} 位客户，截至 ${asOf}`,
  measures: {
    retention: '留存率',
    customers: '活跃客户数',
    revenue: '收入',
    'revenue-per-customer': '人均收入',
    'cumulative-revenue': '累计收入',
    orders: '订单数',
  },
  cohort: '首购时间',
  size: '人数',
  periods: {
    week: '首次购买后的周数',
    month: '首次购买后的月数',
    quarter: '首次购买后的季度数',
    year: '首次购买后的年数',
  },
  blocks: (days) => `首次购买后每 ${days} 天为一期`,
  at: ({ period, number }, f) => `第 ${f.count(number)} ${period === 'month' ? '个月' : one[period]}`,
  average: { pooled: '平均（合并）', simple: '平均（简单）', matched: '平均（同群）' },
  averageNote: {
    pooled: '平均：周期已结束的同期群中，购买客户数除以全部客户数。',
    simple: '平均：周期已结束的同期群留存率的算术平均。',
    matched: '平均：始终为同一批同期群，即已到达最后一期的同期群。',
  },
  customersOf: (customers, size, f) => `${f.count(customers)} / ${f.count(size)}`,
  interval: '95% 区间',
  range: (low, high) => `${low} 至 ${high}`,
  returned: '客户',
  completeOn: '周期结束日',
  notComplete: (on) => `周期至 ${on} 结束`,
  averagedOver: '覆盖客户数',
  ofPrevious: '比率：相对于上一期计入的客户。',
  hatched: (asOf) => `斜线：截至 ${asOf} 周期尚未结束。`,
  dashed: (asOf) => `点线：截至 ${asOf} 周期尚未结束。`,
  small: (size, f) => `少于 ${f.count(size)} 位客户的同期群不着色。`,
  notDrawn: (count, size, f) => `${f.count(count)} 个少于 ${f.count(size)} 位客户的同期群未绘制。`,
  scale: (low, high) => `颜色从 ${low} 到 ${high}`,
  colours: '颜色',
  scales: { table: '按全表', row: '按行', column: '按列', mean: '相对均值' },
  least: '最低',
  most: '最高',
  layout: '图形',
  layouts: { triangle: '三角图', curves: '曲线' },
  measure: '显示指标',
  transpose: '行列互换',
  starred: '* 周期尚未结束',
};
