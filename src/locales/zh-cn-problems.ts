import type { Formats } from '../util/format';
import type { ProblemWords } from './words-problems';
import { zhCNParts } from './zh-cn-names';
import { zhCNOptions } from './zh-cn-options';
import { zhCNRules } from './zh-cn-rules';

type Details = Readonly<Record<string, unknown>>;

const PARTS: Record<string, string> = { ...zhCNParts, refund: '退款', exclude: '排除条件' };

/** By what the reader calls them. */
const FORMATS: Record<string, string> = {
  'a PDF document': '这是 PDF 文档',
  'an old Excel workbook (.xls)': '这是旧版 Excel 工作簿（.xls）',
  'a binary Excel workbook (.xlsb)': '这是二进制 Excel 工作簿（.xlsb）',
  'an OpenDocument file': '这是 OpenDocument 文件',
  'a Word or PowerPoint document': '这是 Word 或 PowerPoint 文档',
  'a ZIP archive': '这是 ZIP 压缩包',
  'a RAR archive': '这是 RAR 压缩包',
  'a 7-Zip archive': '这是 7-Zip 压缩包',
  'a PNG picture': '这是 PNG 图片',
  'a JPEG picture': '这是 JPEG 图片',
  'a GIF picture': '这是 GIF 图片',
  'an SQLite database': '这是 SQLite 数据库',
  'compressed Arrow': '这是压缩的 Arrow 文件',
  html: '这是网页或 XML（如果来自网址，服务器可能返回了错误页面）',
  binary: '这不是文本文件',
};

const text = (value: unknown): string => (typeof value === 'string' ? value : String(value ?? ''));
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);
const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');
const count = (value: unknown, f: Formats): string => f.count(Number(value));

/** `3 行`, whatever was counted. */
const rowsOf = ({ rows }: Details, f: Formats): string => `${count(rows, f)} 行`;

function columnMissing({ part, column, columns, missing, added }: Details): string {
  if (column !== undefined)
    return `找不到名为“${text(column)}”的列（用于${PARTS[text(part)] ?? text(part)}）。现有的列：${quoted(list(columns))}。`;
  if (missing === undefined) return `缺少${PARTS[text(part)] ?? text(part)}列，请先指定。`;
  const lacks = list(missing);
  const has = list(added);
  const differences = [
    ...(lacks.length > 0 ? [`缺少${quoted(lacks)}`] : []),
    ...(has.length > 0 ? [`多出${quoted(has)}`] : []),
    ...(lacks.length + has.length === 0 ? ['列的顺序不同'] : []),
  ];
  return `它的列与第一个文件不一致：${differences.join('，')}。一起导入的文件必须有相同的列。`;
}

function mappingNeeded({ currencies, missing, columns, samples }: Details, f: Formats): string {
  if (typeof currencies === 'object' && currencies !== null) {
    const counts = Object.entries(currencies).map(([code, rows]) => `${code} ${count(rows, f)} 行`);
    return `金额使用了多种货币（${counts.join('，')}），不能相加。请先换算，或每次只导入一种货币。`;
  }
  const parts = list(missing);
  if (parts.includes('dateFormat')) {
    const some = Object.values(samples ?? {}).flatMap(list);
    return `没有日期能确定日与月的顺序（例如 ${some.join('、')}）。请指定日期格式（date-format）。`;
  }
  return `无法判断哪一列是${parts.map((part) => PARTS[part] ?? part).join('、')}，请指定。现有的列：${quoted(list(columns))}。`;
}

function noRows({ rejected, mapping, sheet }: Details): string {
  if (sheet !== undefined) return `工作表“${text(sheet)}”中没有数据行。请选择其他工作表或文件。`;
  if (!Array.isArray(rejected) || rejected.length === 0)
    return '没有可用的数据行。请选择其他文件，或放宽日期与筛选。';
  const { customer, date, amount } = (mapping ?? {}) as Record<string, unknown>;
  return `没有一行可以使用。请检查各列的对应关系：客户“${text(customer)}”、日期“${text(date)}”、金额“${text(amount)}”。`;
}

/** 汇总表中一行所跨的时间。 */
const SPANS: Record<string, string> = { day: '日', week: '周', month: '月' };

function needsRows({ period, option, date, made }: Details): string {
  if (made !== undefined)
    return `这份汇总是按 ${text(option)} 为“${text(made)}”生成的，无法事后更改。请去掉该选项，或按新规则重新汇总。`;
  const span = SPANS[text(period)] ?? '';
  if (date !== undefined)
    return `${text(date)} 落在${span}的中间，而这份汇总只有完整的${span}。请选择一个完整的${span}的首日或末日，或改用按日的汇总。`;
  return `按${span || '期'}的汇总数据无法回答这个问题，需要更细的汇总或逐行的交易数据。`;
}

/** 汇总表不能使用的原因；不是汇总表则没有。 */
function unfitRollup({ problem, customer, period, inputs, line, column }: Details): string | null {
  if (problem === 'rollup-overlap')
    return `客户“${text(customer)}”自 ${text(period)} 起的一期出现了两次（${quoted([...new Set(list(inputs))])}）：分区有重叠，金额会重复计算。每一期请只导入一次。`;
  if (problem !== 'rollup-row') return null;
  const what = column === undefined ? '不完整' : `缺少可读取的“${text(column)}”`;
  return `汇总表第 ${text(line)} 行${what}，可能在传输中被截断或损坏。请重新导入或重新汇总。`;
}

function formatUnknown({ format, columns, declared, rollup, version, expected }: Details): string {
  if (version !== undefined)
    return `这份汇总标为“${text(rollup)}”，本组件只认识第 ${text(version)} 版。请用本组件给出的 SQL 重新汇总。`;
  if (rollup !== undefined)
    return `有一行标为“${text(rollup)}”，而第一行是“${text(expected)}”。请只导入同一份汇总的各个分区。`;
  if (declared !== undefined)
    return `文件内容与所声明的格式“${text(declared)}”不符。请更正 format，或不设置，由内容判断。`;
  if (columns !== undefined)
    return '无法作为表格读取：没有分隔符把各行分成列。请导入至少含客户、日期和金额三列的文件，或指定分隔符。';
  const what = FORMATS[text(format)] ?? '这种文件无法识别';
  return `${what}，无法作为表格读取。请将表格导出为 CSV（UTF-8）后再导入；压缩包请先解压。`;
}

function outOfMemory({ rows, fit }: Details, f: Formats): string {
  const found =
    rows === undefined
      ? '内存不足。'
      : `读到第 ${count(rows, f)} 行时引擎内存已满，此类数据大约可容纳 ${count(fit, f)} 行。`;
  return `${found}请缩短时间范围、减少所选的列、改用 Parquet，或先汇总再导入。`;
}

const UNREACHABLE = '请确认该文件与组件的其他文件位于同一目录，或用 configure({ assets }) 指定其位置。';

/** Why the engine or a script of the kit did not start, and what to do about it. */
const ENGINE: Record<string, string> = {
  forbidden:
    "内容安全策略（CSP）禁止了 WebAssembly，分析引擎无法启动。请在 duckdb-eh.worker.js 自身的策略中加入 script-src 'wasm-unsafe-eval'；如果组件与页面不同源，请在页面的 script-src 中加入 'wasm-unsafe-eval'，并允许 worker-src blob:。",
  'wrong-type':
    '分析引擎无法启动：服务器返回的 duckdb-eh.wasm 类型不对。请让服务器以 application/wasm 类型返回该文件。',
  'no-webassembly': '分析引擎无法启动：此浏览器不支持 WebAssembly，或已将其关闭。',
  unreachable: `分析引擎无法启动：无法获取 duckdb-eh.wasm 或 duckdb-eh.worker.js。${UNREACHABLE}`,
  reader: `读取程序无法运行：无法获取 reader.worker.js 或 tables.worker.js。${UNREACHABLE}`,
  script: '组件的一个脚本未能加载。请确认组件的所有文件位于同一目录且版本一致，然后重新打开页面。',
};

/** What an option may be; what has no words here is said as it came, in English. */
function allowedValues(allowed: string): string {
  if (allowed.startsWith('one of ')) return `可用的值：${allowed.slice(7)}`;
  const [, least, most] = /^a whole number from (\S+) to (\S+)$/.exec(allowed) ?? [];
  if (least) return `应为 ${least} 至 ${most} 的整数`;
  if (/^a share above 0/.test(allowed)) return '应为大于 0 且不超过 1 的比例，例如 0.8';
  return allowed ? `应为：${allowed}` : '请更正';
}

/** Errors, notes and rules, in Simplified Chinese. */
export const zhCNProblems: ProblemWords = {
  ofInput: ({ input, text: said }) => `${input}：${said}`,
  errors: {
    'column-missing': columnMissing,
    'mapping-needed': mappingNeeded,
    'no-rows': noRows,
    'format-unknown': formatUnknown,
    'file-unreadable': (details) =>
      unfitRollup(details) ??
      '文件无法读到末尾：可能已损坏、被截断，或选择之后被改动、移走。请重新下载或另存后再导入。',
    'encoding-unknown': ({ encoding }) =>
      `浏览器不认识编码“${text(encoding)}”。请使用 utf-8、gb18030、big5、shift_jis、windows-1252 或 utf-16le 等名称。`,
    network: ({ url, status }) =>
      status === undefined
        ? `无法获取 ${text(url) || '数据'}。请检查地址与网络连接，并确认服务器允许本页读取（CORS）。`
        : `服务器对 ${text(url)} 返回了 ${text(status)}。请检查地址以及是否有权读取。`,
    'out-of-memory': outOfMemory,
    'engine-failed': ({ reason }) =>
      ENGINE[text(reason)] ?? '分析引擎出错，请重试；如果问题依旧，请重新打开页面。',
    'invalid-option': ({ option, value, allowed }) =>
      `选项 ${text(option)} 的值“${text(value)}”无效，${allowedValues(text(allowed))}。`,
    'needs-rows': needsRows,
    aborted: () => '已停止。需要时请重新开始。',
    closed: () => '数据源已关闭，请重新打开。',
  },
  notes: {
    preamble: (d, f) => `表头上方的 ${rowsOf(d, f)}已跳过。`,
    'odd-quotes': (d, f) => `${rowsOf(d, f)}的引号未成对，已按唯一能得到所有列的方式读取。`,
    'second-table': (d, f) =>
      `从第 ${count(d.line, f)} 行起是另一张表，其 ${rowsOf(d, f)}不属于第一张表，未使用；如需使用，请单独存为文件。`,
    'repeated-header': (d, f) =>
      `表头重复出现 ${rowsOf(d, f)}（最先在第 ${count(d.line, f)} 行），其下的行已作为同一张表读取；如果是重复的数据，请删去。`,
    'swapped-dates': (d, f) =>
      `${rowsOf(d, f)}的日期只有在日与月互换后才能读取，未使用；同列的其他日期也可能被互换。`,
    'half-swapped-dates': (d, f) =>
      `${rowsOf(d, f)}的日期年份在前且没有 12 日之后的日子，其余日期则为文本：很可能是 Excel 把日当成了月。这些行未使用；请以文本方式重新导出日期列，或指定日期格式以按原样采用。`,
    'unreadable-profit': (d, f) => `${rowsOf(d, f)}的利润（“${text(d.column)}”）无法读取，按 0 计。`,
    'late-date': ({ date, rest }, f) =>
      `最后日期 ${f.date(text(date))} 远晚于其余日期（几乎所有行都不晚于 ${f.date(text(rest))}），而所有数字都以它为截止日；如属笔误，请设置截止日期。`,
    rollup: ({ period, transactions }, f) =>
      `数据来自按${SPANS[text(period)] ?? '期'}的汇总，共含 ${count(transactions, f)} 笔交易。`,
    sampled: ({ share }, f) =>
      `汇总只含一部分客户（按客户编号的哈希值抽取 ${f.share(Number(share))}）：客户数和金额合计都是样本的数字，占比和均值是对全部客户的估计。`,
    'months-missing': ({ months }) =>
      `汇总中没有 ${list(months).join('、')} 的数据。如果漏掉了分区，这些数字就不完整，请导入全部分区。`,
    'empty-input': () => '没有数据行。',
    'duplicates-unknown': () => '只读取了所需的列，因此没有统计重复行。',
    sheet: ({ sheet, others }) =>
      `读取的是工作表“${text(sheet)}”。工作簿中还有：${list(others).join('、')}。`,
    'guessed-column': ({ part, column }) =>
      `把“${text(column)}”列当作${PARTS[text(part)] ?? text(part)}，把握不大；如有误，请指定列。`,
    'order-amount-first': ({ amount }) =>
      `“${text(amount)}”只出现在每笔订单的第一行。订单的其余行没有金额，未使用；每笔订单按其金额只计一次。`,
    'order-amount-repeated': ({ amount }) =>
      `同一订单各行的“${text(amount)}”都相同，看来是整笔订单的金额，因此每个商品行都重复计了一次。请改用商品行的金额（例如“数量*单价”），或导入每笔订单一行的文件。`,
    'customer-per-order': ({ column }) =>
      `没有一个“${text(column)}”购买过两次：它可能是每笔订单的编号，而不是客户的编号。如有其他客户列，请改用。`,
    'several-figures': () => '有些客户的多行给出了不同的数值，已取最后一行。',
  },
  rules: zhCNRules,
  options: zhCNOptions,
};
