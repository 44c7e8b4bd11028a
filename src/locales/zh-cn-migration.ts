import type { MigrationWords } from './words-migration';

/** Migration in Simplified Chinese. */
export const zhCNMigration: MigrationWords = {
  name: '客户迁移',
  finding: ({ risen, before, up, down, left, from }, f) => {
    const rates = `${f.share(up)} 上升，${f.share(down)} 下降，${f.share(left)} 流失`;
    const who = `${from} 的 ${f.count(before)} 位客户中`;
    return risen === null
      ? `${who}，${rates}`
      : `${f.share(risen)} 的铁质客户升为黄金或白金；${who}，${rates}`;
  },
  findingNone: ({ entered, from }, f) =>
    `${from} 之前的窗口内无人购买：全部 ${f.count(entered)} 位客户均为之后进入`,
  description: ({ by, from, to, window }, f) =>
    `${from} 与 ${to} 的客户${by === 'tier' ? '层级' : '分群'}，各按之前 ${f.count(window)} 天计算`,
  layouts: { matrix: '矩阵', ribbons: '流向' },
  layout: '布局',
  between: '迁移类别',
  by: { tier: '层级', segment: '分群' },
  since: '起始日期',
  kinds: { up: '上升', down: '下降', stable: '不变', entered: '新进入', left: '流失' },
  fromAxis: (date) => `${date} ↓`,
  toAxis: (date) => `${date} →`,
  entered: '新进入',
  left: '流失',
  move: ({ from, to }) => `${from} → ${to}`,
  ofThem: ({ share, from }, f) =>
    from === null ? `占新进入客户的 ${f.share(share)}` : `占${from}客户的 ${f.share(share)}`,
  customers: '客户数',
  share: '占比',
  amount: '当前收入',
  all: '合计',
  was: '此前',
  moveHead: '变动',
  basis: {
    tier: '层级：当前价值与近期消费动量所示潜力，以各日期均值为界。',
    segment: '分群：在各日期重新计分。',
  },
  short: ({ begins, from, days, window }, f) =>
    `数据始于 ${begins}：${from} 之前的 ${f.count(window)} 天中仅有 ${f.count(days)} 天，许多客户当时尚未出现。`,
  flat: (date) => `${date} 没有黄金或铁质客户：潜力期的前半段无人购买，潜力等于当前价值。`,
  highlighted: '升为黄金或白金的铁质客户',
};
