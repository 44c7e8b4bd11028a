import type { Formats } from '../util/format';
import type { KpiWords } from './words-kpis';

const inMonths = (months: number): string => `${months} 个月`;
const moved = (change: number, f: Formats): string =>
  Math.abs(change) < 0.005 ? '持平' : `${change > 0 ? '增长' : '下降'} ${f.share(Math.abs(change))}`;

/** The figures at a glance, in Simplified Chinese. */
export const zhCNKpis: KpiWords = {
  name: '关键指标',
  labels: {
    amount: '收入',
    customers: '客户数',
    activeCustomers: '活跃客户（90 天）',
    orders: '订单数',
    averageOrderValue: '客单价',
    repeatRate: '复购率',
    retention: '次月留存率',
    medianDaysBetweenOrders: '下单间隔天数中位数',
    shareOfTop20: '前 20% 客户收入占比',
  },
  history: { month: '月份', new: '新客户' },
  finding: ({ amount, active, months }, f) =>
    [
      ...(amount === null ? [] : [`近 ${inMonths(months)}收入较此前 ${inMonths(months)}${moved(amount, f)}`]),
      ...(active === null ? [] : [`活跃客户${moved(active, f)}`]),
    ].join('，'),
  findingPlain: ({ customers, amount, repeat }, f) =>
    `${f.count(customers)} 位客户贡献收入 ${amount}${repeat === null ? '' : `，复购率 ${f.share(repeat)}`}`,
  findingFew: ({ top1, top5, half }, f) => {
    if (top1 >= 0.5) return `一位客户贡献 ${f.share(top1)} 的收入`;
    if (half !== null && half <= 10) return `${f.count(half)} 位客户贡献一半收入`;
    return top1 >= 0.1 ? `最大客户贡献 ${f.share(top1)} 的收入` : `前 5 大客户贡献 ${f.share(top5)} 的收入`;
  },
  description: ({ asOf, before, months }) =>
    before === null
      ? `截至 ${asOf} 的指标`
      : `截至 ${asOf} 的指标；变化：近 ${inMonths(months)}对比此前 ${inMonths(months)}，其余对比 ${before}`,
  changed: '变化',
  added: (text, months) => `近 ${inMonths(months)} ${text}`,
  addedShort: (text, months) => `${inMonths(months)} ${text}`,
  onBefore: (change, months) => `较此前 ${inMonths(months)} ${change}`,
  onBeforeShort: (change) => `环比 ${change}`,
  addedIn: (months) => `近 ${inMonths(months)}新增`,
  was: (text) => `此前 ${text}`,
  before: '此前',
  now: '当前',
  points: (points, f) => `${f.decimal(100 * points, 1)} 个百分点`,
  days: (days, f) => `${f.decimal(days, 1)} 天`,
  concentration: '收入集中度',
  largest: (count, f) => (count === 1 ? '最大客户' : `前 ${f.count(count)} 大客户`),
  warning: ({ top1, top5 }, f) =>
    `收入集中于少数客户：最大客户占 ${f.share(top1)}，前五大占 ${f.share(top5)}。超过 10% 或 25% 时，流失一位即有风险。`,
  refundsOnly: ({ customers, brought, used }, f) =>
    `${f.count(customers)} 位客户只有退款，不计入任何指标：在已使用行的合计 ${used} 中占 ${brought}。`,
  hhi: '赫芬达尔指数',
  half: '一半收入来自',
  figure: '指标',
  noComparison: (months) => `无法比较：数据未说明 ${inMonths(months)}前的情况。`,
  repeaters: '购买两次及以上的客户',
  tenLargest: '前 10 大客户',
  topFifth: '收入前 20% 的客户',
  stayed: (month) => `${month} 再次购买的客户`,
};
