import type { PlaneWords } from './words-plane';

/** Of planes, in Simplified Chinese. */
export const zhCNPlane: PlaneWords = {
  tools: '图表工具',
  box: '框选（按住 Shift 追加）',
  lasso: '套索选择（按住 Shift 追加）',
  pan: '移动视图',
  zoomIn: '放大',
  zoomOut: '缩小',
  whole: '显示全部',
  undo: '恢复分界线',
  keys: '加号和减号缩放，0 显示全部，Shift 加方向键移动视图。',
  move: '按 Enter 选中，方向键移动，Delete 恢复。',
  threshold: (one, other) => `${one} 与 ${other} 的分界`,
  split: (measure) => `${measure}的分界线`,
  lassoed: '套索所选',
  crowd: (count, f) => `此处 ${f.count(count)} 位客户`,
  density: '颜色越浓，客户越多。',
  closer: '放大可查看单个客户。',
};
