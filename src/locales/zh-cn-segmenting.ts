import type { SegmentingWords } from './words-segmenting';

/** Segments in Simplified Chinese. */
export const zhCNSegmenting: SegmentingWords = {
  name: '客户分群',
  finding: ({ segment, share, value, risk }, f) => {
    const most = `${segment}占客户的 ${f.share(share)}${value === null ? '' : `，贡献 ${f.share(value)} 的收入`}`;
    if (!risk || risk.customers === 0) return most;
    return `${most}；${f.count(risk.customers)} 位优质客户即将流失${
      risk.value === null ? '' : `，涉及 ${f.share(risk.value)} 的收入`
    }`;
  },
  description: ({ customers, asOf, before }, f) =>
    `按最近一次消费、消费频率、消费金额分群，${f.count(customers)} 位客户，截至 ${asOf}${
      before ? `；变化自 ${before} 起` : ''
    }`,
  layouts: { treemap: '矩形树图', bars: '条形图', grid: '网格' },
  layout: '布局',
  areaBy: { customers: '面积：客户数', revenue: '面积：收入' },
  ofCustomers: ({ customers, share }, f) => `${f.count(customers)} 位客户 · ${f.share(share)}`,
  ofRevenue: (share, f) => (share === null ? '–' : `收入的 ${f.share(share)}`),
  barsCustomers: '客户占比',
  barsRevenue: '收入占比',
  change: '变化',
  changes: { customers: '客户占比变化', revenue: '收入占比变化' },
  points: (points, f) => `${f.decimal(100 * points, 1)} 个百分点`,
  earlier: (date) => `${date} 客户数`,
  action: '建议行动',
  actions: {
    champions: '给予奖励，新品优先体验，邀请他们推荐。',
    loyal: '推荐升级产品，邀请评价，保持熟悉的服务。',
    'potential-loyalist': '促成第三单：会员、组合装、尽快回购的理由。',
    new: '欢迎并引导，让最初几周顺畅，推荐搭配商品。',
    promising: '以小额优惠保持联系，了解偏好。',
    'need-attention': '立即提醒，就曾购商品给予限时优惠。',
    'about-to-sleep': '唤醒：热销与新品、适度折扣。',
    'cant-lose': '专人联系，在竞争对手之前弄清问题所在。',
    'at-risk': '个性化沟通，给出有力优惠，询问离开的原因。',
    hibernating: '低成本地尝试一两次相关优惠。',
    lost: '最后一次赢回活动，之后把预算留给其他客户。',
    others: '没有规则覆盖：查看其得分并补充规则。',
    'important-value': '重点维护：专属服务、优先体验、奖励。',
    'important-develop': '金额高、频率低：给出下一次购买的理由。',
    'important-keep': '曾经频繁且金额高，近期未购：专人赢回。',
    'important-retain': '很久以前的大单：一次有力的个性化优惠。',
    'general-value': '频繁但金额低：以组合装提升客单价。',
    'general-develop': '新近且金额低：欢迎并展示产品线。',
    'general-keep': '曾经频繁、金额低、久未购买：自动提醒。',
    'general-retain': '价值有限：仅做零成本触达。',
    'high-value': '重点维护：专属服务、优先体验、奖励。',
    'important-general': '保持良好服务，推荐升级产品。',
    general: '按购买记录自动推荐。',
    'no-value': '仅做零成本触达。',
  },
  rAxis: '最近一次消费得分，越近越好 →',
  fmAxis: '↑ 消费频率与金额得分',
  scores: '得分',
  cell: ({ r, fm }) => `R ${r}，FM ${fm}`,
  mixed: '每格以其中最大的分群着色。',
  noBefore: (date) => `未显示变化：数据未说明 ${date} 的情况。`,
  changeNote: ({ date, of }) => {
    const share = { customers: '客户占比', revenue: '收入占比', both: '客户占比与收入占比' }[of];
    return `▲ ▼：${share}的百分点变化，对比截至 ${date} 的得分。`;
  },
  rules: {
    edit: '编辑规则',
    title: '分群规则',
    hint: '第一条匹配的规则生效，其余归入“其他客户”。',
    starterNote: '当前分群按消费频率与金额得分的均值划分，区间无法完全表达：以下规则与其相近。',
    segment: '分群',
    scores: { r: '最近一次消费', f: '消费频率', m: '消费金额' },
    from: (score) => `${score}，下限`,
    to: (score) => `${score}，上限`,
    codes: '组合数',
    customers: '客户数',
    add: '添加规则',
    remove: (segment) => `删除${segment}`,
    up: (segment) => `上移${segment}`,
    down: (segment) => `下移${segment}`,
    apply: '应用',
    starter: '从入门规则开始',
    reset: '恢复默认分群',
    covered: ({ covered, codes, customers }, f) =>
      `${f.count(codes)} 种组合中覆盖 ${f.count(covered)} 种，${f.count(customers)} 位客户。`,
    left: ({ codes, customers, examples }, f) =>
      `${f.count(codes)} 种组合归入其他客户（${examples}）：${f.count(customers)} 位客户。`,
    overlapping: ({ codes, customers }, f) =>
      `${f.count(codes)} 种组合匹配多条规则，以第一条为准：${f.count(customers)} 位客户。`,
    never: (by) => `永不生效：其组合全部归入${by}`,
    nameless: '每条规则都需要名称。',
    newName: '新分群',
  },
};
