import type { Formats } from '../util/format';
import type { FindingWords } from './words-findings';

const moved = (change: number, f: Formats): string =>
  Math.abs(change) < 0.005 ? '持平' : `${change > 0 ? '增长' : '下降'} ${f.share(Math.abs(change))}`;

/** What stands out, in Simplified Chinese. */
export const zhCNFindings: FindingWords = {
  title: '要点',
  looking: '正在寻找要点……',
  none: '本数据没有突出的要点。',
  show: (name) => `查看：${name}`,
  mark: (count, f) => `标记这 ${f.count(count)} 位客户`,
  marked: {
    half: '贡献一半收入、久未购买的客户',
    leaving: '正在流失的优质客户',
    once: '只购买过一次的客户',
    fading: '贡献较多、今后预计不多的客户',
    growing: '目前贡献不多、有望增长的客户',
  },
  trend: ({ months, amount, orders, averageOrder }, f) =>
    `近 ${months} 个月收入较此前 ${months} 个月${moved(amount, f)}${
      orders === null || averageOrder === null
        ? ''
        : `：订单数${moved(orders, f)}，客单价${moved(averageOrder, f)}`
    }。`,
  half: ({ count, share, missed, missedShare, days }, f) =>
    `${f.count(count)} 位客户${count > 100 ? `（${f.share(share)}）` : ''}贡献一半收入${
      missed === 0
        ? ''
        : count === 1
          ? `，且已 ${days} 天未购买`
          : `；其中 ${f.count(missed)} 位已 ${days} 天未购买，他们贡献总收入的 ${f.share(missedShare)}`
    }。`,
  leaving: ({ count, amountShare }, f) =>
    `${f.count(count)} 位曾经常购买的客户正在流失${
      amountShare === null ? '' : `，他们贡献收入的 ${f.share(amountShare)}`
    }。`,
  once: ({ count, share, amountShare }, f) =>
    `${f.share(share)} 的客户（${f.count(count)} 位）只购买过一次${
      amountShare === null ? '' : `，贡献收入的 ${f.share(amountShare)}`
    }。`,
  fading: ({ count, valueShare }, f) =>
    `${f.count(count)} 位黄金客户${valueShare === null ? '' : `（贡献收入的 ${f.share(valueShare)}）`}今后预计贡献不多。`,
  growing: ({ count, valueShare }, f) =>
    `${f.count(count)} 位铁质客户目前贡献不多，但有望成为高价值客户${
      valueShare === null ? '' : `：预计未来价值的 ${f.share(valueShare)} 来自他们`
    }。`,
  door: ({ months, came, left, existing }, f) =>
    `最近 ${months} 个完整月份有 ${f.count(came)} 位客户新增或回流，${f.count(left)} 位流失${
      existing === null ? '' : `；${f.share(existing)} 的销售额来自老客户`
    }。`,
  again: ({ retention, best, worst }, f) =>
    `新客户次月留存率为 ${f.share(retention)}：最低 ${f.share(worst.retention)}（${f.month(worst.cohort)}），最高 ${f.share(
      best.retention,
    )}（${f.month(best.cohort)}）。`,
  moved: ({ from, up, down, left }, f) =>
    `自 ${f.date(from)}以来，${f.count(up)} 位客户升级，${f.count(down)} 位降级，${f.count(left)} 位流失。`,
};
