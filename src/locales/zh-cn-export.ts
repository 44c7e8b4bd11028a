import type { ExportWords } from './words-export';

/** Of taking a picture or its numbers elsewhere, in Chinese. */
export const zhCNExport: ExportWords = {
  menu: '导出',
  png: '保存图片（PNG）',
  svg: '保存图片（SVG）',
  csv: '保存数据（CSV）',
  copyPicture: '复制图片',
  copyTable: '复制表格',
  working: '请稍候',
  copied: '已复制',
  saved: (name) => `已保存为 ${name}`,
  refused: '浏览器不允许此页面复制，请改为保存。',
  failed: '无法导出。',
};
