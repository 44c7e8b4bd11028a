import type { DashboardWords } from './words-dashboard';

/** Of the dashboard, in Chinese. */
export const zhCNDashboard: DashboardWords = {
  name: '客户价值',
  about: ({ customers, from, to }, f) => `${f.count(customers)} 位客户，${from}至${to}`,
  print: '打印',
  asTables: '全部显示为表格',
  asCharts: '全部显示为图表',
  exportAll: '导出全部数据',
  exporting: '正在生成文件',
  file: '客户价值',
  restored: ({ otherData, otherVersion }) =>
    otherData && otherVersion
      ? '此视图保存自其他数据和其他版本，已应用适用的部分。'
      : otherData
        ? '此视图保存自其他数据，已应用适用的部分。'
        : otherVersion
          ? '此视图由其他版本保存，已应用适用的部分。'
          : '此视图未能全部应用。',
  leftOut: (one) => {
    switch (one.what) {
      case 'part':
        return `此面板没有 ${one.name}。`;
      case 'option':
        return `${one.part} 无法使用原来的“${one.name}”。`;
      case 'dates':
        return '筛选日期超出了本数据的范围。';
      case 'asOf':
        return `截止日期 ${one.date} 超出了本数据的范围。`;
      case 'dimension':
        return `本数据没有维度“${one.name}”。`;
      case 'values':
        return `${one.name} 在此没有${one.values.map((value) => `“${value}”`).join('、')}。`;
      case 'weights':
        return '权重无法应用。';
      case 'selection':
        return '此处无法作出原来的选择。';
    }
  },
  unknownParts: (names) => `面板没有${names.map((name) => `“${name}”`).join('、')}。`,
  notExported: (names) => `以下部分无法显示，未包含在文件中：${names.join('、')}。`,
};
