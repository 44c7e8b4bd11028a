/** The words of the page around the charts; the charts speak for themselves. The English stands in the HTML. */
const en = {
  wordsOf: {
    engine: () => 'Starting the engine',
    reading: (part) => `Reading${part && ` ${part}`}`,
    computing: () => 'Computing',
  },
  bytes: (loaded, total) => (total ? `${loaded} of ${total} MB` : `${loaded} MB`),
  errorTitle: (name) => `${name} could not be shown`,
  stopped: 'Stopped. Choose a file or a sample.',
  loaded: (name, customers, from, to) => `${name}: ${customers} customers, ${from} to ${to}`,
  used: (used, read) => `${used} of ${read} rows used`,
  comma: ', ',
  nothingLeftOut: 'none left out',
  leftOut: (rows) => `${rows} left out, and why`,
  pick: 'choose ...',
  none: 'nothing',
  automatic: 'automatic',
  reason: 'Left out because',
  rowsHead: 'Rows',
  amountHead: 'Amount',
  samplesHead: 'For example',
  line: (line) => `line ${line}`,
  reasons: {
    'malformed-row': 'the row is broken',
    excluded: 'it was to be excluded',
    'missing-customer': 'no customer',
    'bad-date': 'the date is unreadable',
    'bad-amount': 'the amount is unreadable',
    'after-as-of': 'after the as-of date',
  },
  facts: {
    total: 'Sum of the rows used',
    refunds: 'Refunds in it',
    refundOnly: 'Customers with refunds only',
    zero: 'Rows of amount zero',
    duplicate: 'Rows that occur twice (kept)',
    dateFormat: 'Dates are read as',
    encoding: 'Encoding',
    delimiter: 'Delimiter',
  },
  dateFormats: { ymd: 'year-month-day', dmy: 'day-month-year', mdy: 'month-day-year' },
  delimiters: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' },
};

const zh = {
  skip: '跳到图表',
  language: '语言',
  theme: '外观',
  themeAuto: '跟随系统',
  themeLight: '浅色',
  themeDark: '深色',
  title: '您的客户是谁？',
  lead: '拖入一份交易文件：每行一笔购买，含客户、日期和金额。所有计算都在本页内完成，数据不会发送到任何地方。',
  drop: '将 CSV 文件拖到这里',
  choose: '选择文件',
  samples: '或查看示例数据',
  cdnow: '音乐商店，1997-98 年：23,570 位客户的 69,659 笔购买',
  retail: '礼品商店，2010-11 年：541,909 行发票明细，48 MB',
  stop: '停止',
  retry: '重试',
  another: '选择其他文件',
  backToSample: '显示 CDNOW 示例',
  columns: '列',
  customer: '客户',
  date: '日期',
  amount: '金额',
  times: '乘以',
  order: '订单',
  apply: '使用这些列',
  footer:
    'rfm-kit 是自由软件（MIT）。示例：CDNOW（lifetimes，MIT）；Online Retail，Daqing Chen（UCI 机器学习库，CC BY 4.0）。',
  sources: '示例数据的来源与许可',
  wordsOf: {
    engine: () => '正在启动引擎',
    reading: (part) => `正在读取${part && ` ${part}`}`,
    computing: () => '正在计算',
  },
  bytes: (loaded, total) => (total ? `${loaded} / ${total} MB` : `${loaded} MB`),
  errorTitle: (name) => `无法显示 ${name}`,
  stopped: '已停止。请选择文件或示例。',
  loaded: (name, customers, from, to) => `${name}：${customers} 位客户，${from} 至 ${to}`,
  used: (used, read) => `共 ${read} 行，使用 ${used} 行`,
  comma: '，',
  nothingLeftOut: '没有遗漏',
  leftOut: (rows) => `${rows} 行未使用，原因如下`,
  pick: '请选择……',
  none: '无',
  automatic: '自动',
  reason: '未使用的原因',
  rowsHead: '行数',
  amountHead: '金额',
  samplesHead: '例如',
  line: (line) => `第 ${line} 行`,
  reasons: {
    'malformed-row': '行格式损坏',
    excluded: '按要求排除',
    'missing-customer': '缺少客户',
    'bad-date': '日期无法识别',
    'bad-amount': '金额无法识别',
    'after-as-of': '晚于截止日期',
  },
  facts: {
    total: '已用行的金额合计',
    refunds: '其中退款',
    refundOnly: '只有退款的客户',
    zero: '金额为零的行',
    duplicate: '重复的行（已保留）',
    dateFormat: '日期格式',
    encoding: '编码',
    delimiter: '分隔符',
  },
  dateFormats: { ymd: '年-月-日', dmy: '日-月-年', mdy: '月-日-年' },
  delimiters: { ',': '逗号', ';': '分号', '\t': '制表符', '|': '竖线' },
};

const languages = { en, 'zh-CN': zh };

/** What stood in the page when it came: the English of the HTML. */
const original = new Map(
  [...document.querySelectorAll('[data-text]')].map((element) => [element, element.textContent.trim()]),
);

export let words = en;

/** Puts the page into the language `tag`, `en` or `zh-CN`. */
export function setLanguage(tag) {
  words = languages[tag] ?? en;
  document.documentElement.lang = tag;
  for (const [element, text] of original) element.textContent = words[element.dataset.text] ?? text;
}

export const formatNumber = (value, options) =>
  new Intl.NumberFormat(document.documentElement.lang, options).format(value);

export const formatDate = (iso) =>
  new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${iso}T00:00:00Z`),
  );
