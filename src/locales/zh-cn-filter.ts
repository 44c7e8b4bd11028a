import type { FilterWords } from './words-filter';

/** Of the filter, in Chinese. */
export const zhCNFilter: FilterWords = {
  name: '筛选',
  finding: ({ customers, all, rows, allRows }, f) =>
    `${f.count(all)} 位客户中的 ${f.count(customers)} 位，${f.count(allRows)} 行中的 ${f.count(rows)} 行`,
  findingAll: ({ all, allRows }, f) => `全部 ${f.count(all)} 位客户，全部 ${f.count(allRows)} 行`,
  findingNone: '在此筛选范围内没有任何购买',
  description: ({ parts, asOf }) => [...(parts.length > 0 ? parts : ['未筛选']), `截至 ${asOf}`].join('，'),
  dates: (from, to) => `${from} 至 ${to}`,
  values: ({ dimension, values }, f) =>
    values.length <= 2
      ? `${dimension}：${values.join(' 或 ')}`
      : `${dimension}：${f.count(values.length)} 个值`,
  nothing: '请放宽日期或去掉某个值；各图表目前没有可显示的内容。',
  axis: { day: '每日行数', week: '每周行数', month: '每月行数' },
  rows: (count, f) => `${f.count(count)} 行`,
  amount: '收入',
  from: '从',
  to: '到',
  resetDates: '全部日期',
  asOf: '截止日期',
  latest: '最新',
  play: '回放',
  pause: '暂停',
  replay: '回放会让截止日期在数据中逐步推进，各图表显示截至当天的情况。',
  back: '后退一步',
  forward: '前进一步',
  step: '步长',
  steps: { week: '一周', month: '一个月', quarter: '一个季度', year: '一年' },
  speed: '速度',
  speeds: { slow: '慢', normal: '正常', fast: '快' },
  stands: (asOf) => `截至 ${asOf}`,
  search: (dimension) => `搜索${dimension}`,
  more: (count, f) => `还有 ${f.count(count)} 个值，请搜索。`,
  noValue: (search) => `没有包含“${search}”的值。`,
  blank: '（空白）',
  chosen: (count, f) => `已选 ${f.count(count)} 个`,
  any: '任意值',
  period: '起始日',
};
