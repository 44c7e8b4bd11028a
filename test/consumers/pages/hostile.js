// Shows what wants to be more than text in every element, and looks for what became of it.

/** What data may hold that wants to be more than text. */
const CELLS = [
  '<img src=x onerror=hacked()>',
  '<script>hacked()</script>',
  '"><svg onload=hacked()>',
  '</style><style>*{display:none}</style>',
  'javascript:hacked()',
  'url(https://evil.example/x)',
  '=HYPERLINK("https://evil.example","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  "'; DROP TABLE rfm_kit.s1_transactions; --",
  '\u202Eevil\u2066',
  'a\u0000b',
  '{{hacked()}}',
  '__proto__',
  'constructor',
  '🧨 &amp; &lt;',
  'long '.repeat(400),
];

/** Columns that are named as badly. */
const [WHO, WHEN, PAID, REGION] = ['"><img src=x onerror=hacked()>', "date'; --", '=1+1', '__proto__'];

window.hackedTimes = 0;
window.hacked = () => {
  window.hackedTimes += 1;
};

const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function hostileCsv() {
  const line = (cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  const rows = CELLS.flatMap((cell, i) =>
    [1, 2, 3].map((month) => line([cell, `2024-0${month}-${10 + i}`, `${(i + 1) * month}.50`, cell])),
  );
  return new Blob([[line([WHO, WHEN, PAID, REGION]), ...rows].join('\n')]);
}

/** Everything in a tree, shadow roots included. */
function* everything(root) {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
  }
}

/** What in a tree could do more than be read; at first the parts that are no script's own. */
function dangers(root) {
  return [...everything(root)].flatMap((element) => {
    const attributes = [...element.attributes].filter(
      ({ name, value }) =>
        /^on/i.test(name) ||
        (/^(src|href|xlink:href|action|style|srcdoc)$/i.test(name) &&
          /javascript:|evil\.example|onerror/i.test(value)),
    );
    const foreign = /^(script|img|iframe|object|embed|link|base|meta|form)$/i.test(element.localName);
    return [
      ...(foreign ? [`<${element.localName}>`] : []),
      ...attributes.map(({ name, value }) => `<${element.localName} ${name}="${value.slice(0, 80)}">`),
    ];
  });
}

/** The cells of a CSV that a spreadsheet would take for formulas. */
function formulas(csv) {
  const cells = [...csv.matchAll(/"((?:[^"]|"")*)"|([^",\r\n]+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain,
  );
  return cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !Number.isFinite(Number(cell)));
}

/** Points at the middle of the picture and walks over its marks, so that tooltips and words for them show. */
async function lookAround(chart) {
  const picture = chart.shadowRoot.querySelector('[part~="chart"]');
  if (!picture) return;
  const { left, top, width, height } = picture.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, composed: true };
  picture.dispatchEvent(new PointerEvent('pointermove', at));
  for (let steps = 0; steps < 5; steps++)
    picture.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, composed: true }));
  await rest(50);
}

/** Loads the hostile table; resolves to what the report says of it. */
window.load = async () => {
  await customElements.whenDefined('rfm-source');
  const source = document.getElementById('hostile');
  Object.assign(source, { customer: WHO, date: WHEN, amount: PAID, dimensions: REGION, data: hostileCsv() });
  const { report } = await source.ready;
  return { rowsUsed: report.rowsUsed, customers: report.customers, cells: CELLS.length };
};

/** Shows `tag` in all its ways; resolves to what is dangerous about it. */
window.show = async (tag) => {
  const source = document.getElementById('hostile');
  const chart = document.createElement(tag);
  source.append(chart);
  await chart.ready;
  await lookAround(chart);
  const found = dangers(source);
  if (chart.toSvg) {
    const svg = new DOMParser().parseFromString(await chart.toSvg(), 'image/svg+xml');
    found.push(
      ...dangers(svg),
      ...[...svg.querySelectorAll('parsererror')].map((error) => error.textContent),
    );
  }
  if (chart.toCsv) found.push(...formulas(await chart.toCsv()));
  chart.view = 'table';
  await chart.updateComplete;
  await rest(50);
  found.push(...dangers(source));
  chart.remove();
  return found;
};

/** Chooses, looks up and filters by each hostile name; resolves to what was not as it should be. */
window.lookUp = async () => {
  const source = await document.getElementById('hostile').ready;
  const names = (await source.rfm()).rows().map(({ customer }) => customer);
  // Ids are trimmed; what is within them stays.
  const wrong = CELLS.filter((cell) => !names.includes(cell.trim())).map((cell) => `missing: ${cell}`);
  const same = (what, got, wanted) => got !== wanted && wrong.push(`${what}: ${got} instead of ${wanted}`);
  for (const name of names) {
    same(`${name} chosen`, (await source.select({ customers: [name] })).customers.count, 1);
    same(`${name} looked up`, (await source.history(name)).rows().length, 3);
    same(`${name} searched`, (await source.customers({ search: name })).rows().length > 0, true);
    source.filter({ dimensions: { [REGION]: [name] } });
    same(`${name} alone`, (await source.kpis()).summary.customers, 1);
    source.filter(null);
  }
  source.clearSelection();
  return wrong;
};
