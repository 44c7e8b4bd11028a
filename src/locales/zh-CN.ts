import type { Words } from './words';
import { zhCNCohorts } from './zh-cn-cohorts';
import { zhCNCustomers } from './zh-cn-customers';
import { zhCNDashboard } from './zh-cn-dashboard';
import { zhCNExport } from './zh-cn-export';
import { zhCNFilter } from './zh-cn-filter';
import { zhCNFindings } from './zh-cn-findings';
import { zhCNFlow } from './zh-cn-flow';
import { zhCNImport } from './zh-cn-import';
import { zhCNKpis } from './zh-cn-kpis';
import { zhCNMigration } from './zh-cn-migration';
import { zhCNParts, zhCNSegments, zhCNTiers } from './zh-cn-names';
import { zhCNPareto } from './zh-cn-pareto';
import { zhCNPlane } from './zh-cn-plane';
import { zhCNProblems } from './zh-cn-problems';
import { zhCNSampled } from './zh-cn-sampled';
import { zhCNSegmenting } from './zh-cn-segmenting';
import { zhCNSelection } from './zh-cn-selection';
import { zhCNWeights } from './zh-cn-weights';
import { zhCNWhatIf } from './zh-cn-what-if';

/** Simplified Chinese. */
export const zhCN: Words = {
  common: {
    comma: '，',
    stop: '。',
    gap: '',
    loading: { engine: '正在启动引擎', reading: '正在读取数据', computing: '正在计算' },
    progress: (loaded, total, f) =>
      total > 0
        ? `${f.bytes(loaded)} / ${f.bytes(total)}（${f.share(Math.round((100 * loaded) / total) / 100)}）`
        : f.bytes(loaded),
    waiting: '尚无数据。',
    waitingFor: (id) => `正在等待数据源“${id}”：页面上没有 id 为“${id}”的 rfm-source。`,
    empty: '没有可显示的客户。请检查筛选条件，或查看被排除的行。',
    failed: '无法显示。',
    retry: '重试',
    code: (code) => `代码：${code}`,
    masked: (number, f) => `客户 ${f.count(number)}`,
    showTable: '以表格显示',
    showChart: '以图表显示',
    definition: '计算口径',
    close: '关闭',
    copy: '复制',
    copied: '已复制',
    firstRows: (shown, all, f) => `显示前 ${f.count(shown)} 行，共 ${f.count(all)} 行；导出包含全部。`,
    customers: (count, f) => `${f.count(count)} 位客户`,
    asOf: (date) => `截至 ${date}`,
    rowsLeftOut: ({ left, all, why }, f) =>
      `${f.count(all)} 行中排除 ${f.count(left)} 行${why ? `（${why}）` : ''}。`,
    reasons: {
      'malformed-row': '行格式错误',
      excluded: '按规则排除',
      'missing-customer': '缺少客户',
      'bad-date': '日期无法识别',
      'bad-amount': '金额无法识别',
      'after-as-of': '晚于截止日期',
    },
    outside: '在筛选之外或晚于截止日期',
    nobody: ({ date, filtered }) =>
      filtered ? `截至 ${date}，筛选范围内无人购买。` : `截至 ${date}，尚无人购买。`,
    unfilter: '清除筛选',
    toLatest: '回到最新日期',
    card: {
      between: '；',
      asOf: '截止日期',
      columns: '字段',
      refunds: '退款',
      zeroAmounts: '零金额',
      rowsUsed: '使用行数',
      rowsLeftOut: '排除行数',
      filter: '筛选',
      options: '选项',
      rules: '规则',
      sql: '执行的 SQL',
      none: '无',
    },
    refunds: { net: '冲减金额，不影响消费频率', exclude: '忽略', 'as-orders': '按购买计' },
    zeroAmounts: { keep: '按购买保留', drop: '剔除' },
    parts: zhCNParts,
    keys: '使用方向键浏览图表。',
    cleared: '已清除选择',
    quarter: (quarter, year) => `${year}年第${quarter}季度`,
  },
  segments: zhCNSegments,
  tiers: zhCNTiers,
  measures: { recency: '最近一次消费', frequency: '消费频率', monetary: '消费金额', score: 'RFM 得分' },
  axes: {
    recency: '距上次购买天数，越近越好',
    frequency: '订单数',
    monetary: '累计消费金额',
    score: 'RFM 得分（0–1）',
  },
  scatter: {
    name: 'RFM 散点图',
    finding: ({ segment, share, value }, f) =>
      value === null
        ? `${segment}占客户的 ${f.share(share)}`
        : `${segment}占客户的 ${f.share(share)}，贡献 ${f.share(value)} 的收入`,
    subjects: {},
    findingNamed: ({ segment, share, value }, f) =>
      `${segment}：占客户的 ${f.share(share)}${value === null ? '' : `，贡献 ${f.share(value)} 的收入`}`,
    cluster: (number) => `聚类 ${number}`,
    nobody: '没有客户',
    description: ({ x, y, customers, asOf }, f) =>
      `${y}与${x}，${zhCN.common.customers(customers, f)}，截至 ${asOf}`,
    sizeBy: (measure) => `大小：${measure}`,
    one: (share, f) => `仅一单：${f.share(share)} 的客户`,
    more: (count, f) => `其余 ${f.count(count)} 个`,
    fewer: '收起',
    daysAgo: (days, f) => `${f.count(days)} 天前`,
    orders: (count, f) => `${f.count(count)} 单`,
    segment: '分群',
    segments: '各分群',
    customer: '客户',
    customersHead: '客户数',
    shareOfCustomers: '客户占比',
    amount: '收入',
    shareOfAmount: '收入占比',
    medianRecency: '距上次购买天数中位数',
    medianFrequency: '订单数中位数',
    medianMonetary: '消费金额中位数',
    segmentLine: ({ segment, customers, share, value }, f) =>
      `${segment}：${zhCN.common.customers(customers, f)}，占客户的 ${f.share(share)}${
        value === null ? '' : `，占收入的 ${f.share(value)}`
      }`,
  },
  quadrant: {
    name: '价值象限',
    finding: ({ customers, share, value, iron }, f) => {
      const bring = value === null ? '' : `贡献 ${f.share(value)} 的当前价值`;
      const grow = iron > 0 ? `；${f.count(iron)} 位铁质客户有增长空间` : '';
      return `${f.count(customers)} 位白金客户（${f.share(share)}）${bring}${grow}`;
    },
    findingNone: ({ customers }, f) => `${zhCN.common.customers(customers, f)}中没有人同时高于两条分界线`,
    description: ({ customers, asOf }, f) =>
      `当前价值与潜在价值，${zhCN.common.customers(customers, f)}，截至 ${asOf}`,
    methods: {
      expected: '预期购买（MBG/NBD 与 Gamma-Gamma）',
      momentum: '近期消费动量',
      headroom: '同类客户提升空间',
      column: '由字段给定',
    },
    current: '当前价值',
    potential: (days, f) => `潜在价值（未来 ${f.count(days)} 天）→`,
    tier: '层级',
    tiers: '各层级',
    customer: '客户',
    customers: '客户数',
    shareOfCustomers: '客户占比',
    shareOfValue: '价值占比',
    ofCustomersShort: '客户占比',
    ofValueShort: '价值占比',
    currentValue: '当前价值',
    potentialValue: '潜在价值',
    countLine: ({ customers, share }, f) => `${zhCN.common.customers(customers, f)} · ${f.share(share)}`,
    valueLine: (share, f) => (share === null ? '' : `${f.share(share)} 的价值`),
    tierLine: ({ tier, customers, share, value }, f) =>
      `${tier}：${zhCN.common.customers(customers, f)}，占客户的 ${f.share(share)}${
        value === null ? '' : `，占当前价值的 ${f.share(value)}`
      }`,
    splitLine: ({ rule, current, potential }) =>
      `高于${rule}为高：当前价值 ${current}，潜在价值 ${potential}。`,
    splitRules: { mean: '均值', median: '中位数', given: '设定的分界线' },
    methodLine: ({ method, horizonDays }, f) => `潜力口径：${method}，${f.count(horizonDays)} 天。`,
    backtest: ({ since, model, pastSpend, random, best }, f) =>
      `回测：截至 ${since}，按此潜力选出的前 20% 客户贡献其后收入的 ${f.share(model)}；按历史消费为 ${f.share(pastSpend)}，随机为 ${f.share(random)}，理论最优为 ${f.share(best)}。`,
    treatment: '经营策略',
    treatments: {
      platinum: '发展为合作伙伴，专人服务',
      gold: '提升钱包份额：交叉销售与升级',
      iron: '重点培育：促成二次、三次购买，养成习惯',
      lead: '低成本服务，或放手',
    },
    largest: (shown, all, f) =>
      shown < all
        ? `当前价值最高的 ${f.count(shown)} 位，共 ${f.count(all)} 位`
        : `全部 ${zhCN.common.customers(all, f)}，按当前价值排序`,
    saveList: '保存名单（CSV）',
    warnings: {
      'model-degenerate': '模型未能得到可信的参数，改用近期消费动量。',
      'too-few-repeaters': '重复购买的客户不足 50 位，改用近期消费动量。',
      'short-history': '数据历史不足 26 周，改用近期消费动量。',
      'frequency-spend-correlated': '消费频率与客单价相关，预期消费可能有偏差。',
    },
    lanes: { zero: '0', negative: '< 0', both: '≤ 0', below: (value) => `< ${value}` },
  },
  pareto: zhCNPareto,
  cohorts: zhCNCohorts,
  kpis: zhCNKpis,
  migration: zhCNMigration,
  segmenting: zhCNSegmenting,
  customers: zhCNCustomers,
  flow: zhCNFlow,
  weights: zhCNWeights,
  whatIf: zhCNWhatIf,
  filter: zhCNFilter,
  dashboard: zhCNDashboard,
  importer: zhCNImport,
  exporting: zhCNExport,
  problems: zhCNProblems,
  selection: zhCNSelection,
  sampled: zhCNSampled,
  plane: zhCNPlane,
  findings: zhCNFindings,
};
