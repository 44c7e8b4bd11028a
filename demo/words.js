/** The words of the page around the elements, which speak for themselves. The English of what stands in the HTML stands there. */
const en = {
  byWhom: { page: 'page', worker: 'worker', keeper: 'offline copy' },
  nothing: 'nothing',
  something: 'data',
  requestsSum: ({ count, elsewhere, bodies }) =>
    `${count} requests so far, those of workers too: ${elsewhere === 0 ? 'none' : elsewhere} to another site, ${
      bodies === 0 ? 'none' : bodies
    } that sent anything.`,
  requestsSumPage: ({ count, elsewhere }) =>
    `${count} requests of this page so far: ${
      elsewhere === 0 ? 'none' : elsewhere
    } to another site. Those of its workers are seen from the next visit on.`,
  offline: 'Works without a network from now on.',
  viewOfFile: 'This address holds a view of a file. Drop the file, and it is shown as it was then.',
  viewUnreadable:
    'The view in this address cannot be read: it may have been cut short. Everything stands as it begins.',
  copy: 'Copy',
  copied: 'Copied',
  asBegins: 'as it begins',
};

const zh = {
  ...{
    skip: '跳到图表',
    language: '语言',
    theme: '外观',
    themeAuto: '跟随系统',
    themeLight: '浅色',
    themeDark: '深色',
  },
  title: '您的客户是谁？',
  lead: '准备一份交易文件：每行一笔购买，含客户、日期和金额。拖放到下方，即可看到要点。',
  samples: '查看示例数据，或在下方导入您自己的文件。',
  cdnow: '音乐商店，1997-98 年：23,570 位客户的 69,659 笔购买',
  retail: '礼品商店，2010-11 年：541,909 行发票明细，48 MB',
  adventure: '自行车店，2017-19 年：56,046 行订单明细，含利润',
  journey: '超市，2017 年：2,377 户家庭的 75,000 行购物明细，含门店',
  footer:
    'rfm-kit 是自由软件（MIT）。示例：CDNOW（lifetimes，MIT）；Online Retail，Daqing Chen（UCI 机器学习库，CC BY 4.0）；AdventureWorks（Packt，MIT）；Complete Journey（completejourney，CC0）。',
  sources: '示例数据的来源与许可',
  developers: '面向开发者：每个标签及其代码',
  stays: '您的文件只留在本机，内容不会发送到任何地方。',
  prove: '查看证据',
  install: '安装',
  charts: '图表',
  requests: '本页的全部请求',
  close: '关闭',
  policy:
    '这由浏览器强制执行：本页的策略（Content-Security-Policy）只允许访问本站。若要确认，可断开网络后再载入文件。',
  address: '地址',
  by: '来源',
  method: '方法',
  sent: '发送内容',
  byWhom: { page: '页面', worker: '工作线程', keeper: '离线副本' },
  nothing: '无',
  something: '有数据',
  requestsSum: ({ count, elsewhere, bodies }) =>
    `目前共 ${count} 个请求（含工作线程）：发往其他网站 ${elsewhere} 个，发送内容的 ${bodies} 个。`,
  requestsSumPage: ({ count, elsewhere }) =>
    `目前本页共 ${count} 个请求：发往其他网站 ${elsewhere} 个。工作线程的请求从下次访问起可见。`,
  offline: '从现在起无需网络即可使用。',
  viewOfFile: '此地址保存了某个文件的视图。放入该文件，即按当时的样子显示。',
  viewUnreadable: '无法读取此地址中的视图，可能不完整。一切按初始状态显示。',
  devTitle: '面向开发者',
  devLead: '选择一个标签，修改属性，复制代码。数据为 CDNOW。',
  tag: '标签',
  framework: '框架',
  attributes: '属性',
  code: '代码',
  back: '返回演示',
  copy: '复制',
  copied: '已复制',
  asBegins: '默认',
};

/** What stood in the page when it came: the English of the HTML. */
const original = new Map(
  [...document.querySelectorAll('[data-text]')].map((element) => [element, element.textContent.trim()]),
);
const labels = new Map(
  [...document.querySelectorAll('[data-label]')].map((element) => [element, element.ariaLabel]),
);
/** What was said since, by the place it is said in. */
const spoken = new Map();

const isChinese = () => document.documentElement.lang === 'zh-CN';

/** Those of the page's language that are not in the HTML. */
export const words = () => (isChinese() ? zh : en);

/** A sentence with its figures. */
export const said = (key, figures) => words()[key](figures);

/** Says something in a place, in the language of the page, also when that changes; nothing for null. */
export function say(place, key) {
  spoken.set(place, key);
  place.textContent = key ? words()[key] : '';
}

/** Puts the page into the language `tag`, `en` or `zh-CN`; the elements follow the `lang` of the page. */
export function setLanguage(tag) {
  document.documentElement.lang = tag;
  for (const [element, text] of original) element.textContent = isChinese() ? zh[element.dataset.text] : text;
  for (const [element, text] of labels) element.ariaLabel = isChinese() ? zh[element.dataset.label] : text;
  for (const [place, key] of spoken) say(place, key);
  document.dispatchEvent(new Event('languagechange'));
}
