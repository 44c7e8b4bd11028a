import type { SampledWords } from './words-sampled';

export const zhCNSampled: SampledWords = {
  mark: ({ share, error }, f) =>
    `抽样：${f.share(share)} 的客户；客户占比误差 ±${f.decimal(100 * error, 1)} 个百分点`,
  head: '抽样',
  intervals: '各占比的 95% 置信区间',
  text: ({ share, customers, error }, f) =>
    `按客户编号的哈希值抽取全部客户的 ${f.share(share)}，此处共 ${f.count(customers)} 位。客户数和金额合计都是样本本身的数字，没有放大；占比、均值和中位数是对全部客户的估计。在 95% 的置信水平下，客户占比的误差不超过 ${f.decimal(100 * error, 2)} 个百分点。`,
  line: ({ name, by, share, low, high }, f) =>
    `${name}：占${by === 'customers' ? '客户' : '价值'} ${f.share(share)}（${f.share(low)} 至 ${f.share(high)}）`,
  top: (share, f) => `前 ${f.share(share)} 的客户`,
};
