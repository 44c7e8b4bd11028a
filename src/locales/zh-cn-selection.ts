import type { SelectionWords } from './words-selection';

/** Of what is selected, in Chinese. */
export const zhCNSelection: SelectionWords = {
  finding: ({ customers, share, value }, f) =>
    `已选：${f.count(customers)} 位客户，占客户 ${f.share(share)}${
      value === null ? '' : `，占收入 ${f.share(value)}`
    }`,
  clear: '清除选择',
  among: '已选',
  ofAll: (selected, all, f) => `${f.count(all)} 中的 ${f.count(selected)}`,
  byClass: (counts) => `已选客户按类别：${counts}`,
  range: ({ measure, from, to }) =>
    from === null
      ? `${measure}不超过 ${to ?? ''}`
      : to === null
        ? `${measure}不低于 ${from}`
        : from === to
          ? `${measure} ${from}`
          : `${measure} ${from} 至 ${to}`,
  days: (days, f) => `${f.count(days)} 天`,
  chooseSegment: '单击隐藏或显示；双击或按 Shift + Enter 选择',
};
