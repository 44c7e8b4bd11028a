/** The words of the page around the elements, which speak for themselves. The English stands in the HTML. */
const zh = {
  skip: '跳到图表',
  language: '语言',
  theme: '外观',
  themeAuto: '跟随系统',
  themeLight: '浅色',
  themeDark: '深色',
  title: '您的客户是谁？',
  lead: '准备一份交易文件：每行一笔购买，含客户、日期和金额。所有计算都在本页内完成，数据不会发送到任何地方。',
  samples: '查看示例数据，或在下方导入您自己的文件。',
  cdnow: '音乐商店，1997-98 年：23,570 位客户的 69,659 笔购买',
  retail: '礼品商店，2010-11 年：541,909 行发票明细，48 MB',
  footer:
    'rfm-kit 是自由软件（MIT）。示例：CDNOW（lifetimes，MIT）；Online Retail，Daqing Chen（UCI 机器学习库，CC BY 4.0）。',
  sources: '示例数据的来源与许可',
};

/** What stood in the page when it came: the English of the HTML. */
const original = new Map(
  [...document.querySelectorAll('[data-text]')].map((element) => [element, element.textContent.trim()]),
);

/** Puts the page into the language `tag`, `en` or `zh-CN`; the elements follow the `lang` of the page. */
export function setLanguage(tag) {
  document.documentElement.lang = tag;
  for (const [element, text] of original)
    element.textContent = tag === 'zh-CN' ? zh[element.dataset.text] : text;
}
