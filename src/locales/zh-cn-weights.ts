import type { WeightsWords } from './words-weights';

/** Of weights, in Chinese. */
export const zhCNWeights: WeightsWords = {
  name: 'R、F、M 权重',
  measures: { recency: '最近一次消费', frequency: '消费频率', monetary: '消费金额' },
  finding: ([first, second, third]) =>
    `${first?.measure}权重最高，为 ${first?.weight}；其次${second?.measure} ${second?.weight}，${third?.measure} ${third?.weight}`,
  findingEqual: '最近一次消费、消费频率与消费金额权重相同',
  refused: '两两比较互相矛盾，不能应用这组权重',
  description: ({ cr, consistent, agree }) =>
    `由三组两两比较得出；一致性比率 ${cr}：${
      consistent ? (agree ? '完全一致' : '一致性可以接受') : '大于 0.1，未通过一致性检验'
    }`,
  comparison: ({ more, less, times }, f) =>
    times === 1 ? `${more}与${less}同等重要` : `${more}的重要性是${less}的 ${f.decimal(times, 2)} 倍`,
  cell: ({ row, column }) => `${row}相对${column}`,
  contradiction: ({ recency, monetary, implied, said }) =>
    `由另外两组比较推算，${recency}相对${monetary}应为 ${implied}，而您给出的是 ${said}。请调整三组中的任意一组使其接近。`,
  moved: ({ moved, size }, f) =>
    moved === 0
      ? `得分最高的 ${f.count(size)} 位客户与等权重时相同。`
      : `得分最高的 ${f.count(size)} 位客户中，有 ${f.count(moved)} 位与等权重时不同。`,
  ratio: ({ randomIndex, table }, f) => `一致性比率采用随机指标 ${f.decimal(randomIndex, 4)}（${table}）。`,
  sliders: '滑块',
  matrix: '矩阵',
  presets: '起始值',
  preset: { equal: '等权重', pharmaceutical: '某医药分销商（已发表）' },
  own: '自定义比较',
  apply: '应用到所有图表',
  applied: '已应用',
  appliedNow: '当前应用的权重',
  reset: '恢复等权重',
  announced: (weights) => `已应用：${weights}`,
  weight: '权重',
  measure: '指标',
  times: (value, f) => (value >= 1 ? f.decimal(value, 2) : `1/${f.decimal(1 / value, 2)}`),
};
