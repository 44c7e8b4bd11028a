// What holds of the kit in any browser. Leaves its findings in the page's root element, where a driver reads them.
const complaints = [];
addEventListener('error', ({ message }) => complaints.push(message));
addEventListener('unhandledrejection', ({ reason }) =>
  complaints.push(`unhandled: ${reason?.message ?? reason}`),
);
document.addEventListener('securitypolicyviolation', (event) =>
  complaints.push(`policy ${event.effectiveDirective}: ${event.blockedURI}`),
);

const one = (selector) => document.querySelector(selector);
const CHARTS = ['rfm-scatter', 'rfm-pareto', 'rfm-quadrant', 'rfm-cohorts'];

function same(what, got, wanted, tolerance = 0) {
  const near = typeof got === 'number' && Math.abs(got - wanted) <= tolerance;
  if (got !== wanted && !near) throw new Error(`${what}: ${got} instead of ${wanted}`);
}

function pictureOf(element) {
  const chart = element.shadowRoot.querySelector('[part~="chart"]');
  return chart?.matches('svg, canvas') ? chart : chart?.querySelector('svg, canvas');
}

const textOf = (element) => element.shadowRoot.textContent;

async function until(what, holds) {
  for (let tries = 0; tries < 100; tries++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`not so: ${what}`);
}

/** Sentences, and what shows whether they are true. */
const CHECKS = {
  'each chart shows a picture': async () => {
    for (const tag of CHARTS) {
      await one(tag).ready;
      const { width, height } = pictureOf(one(tag)).getBoundingClientRect();
      if (!(width > 100 && height > 100)) throw new Error(`${tag}: ${width} x ${height}`);
    }
  },
  'the figures are those computed apart': async () => {
    const golden = (await (await fetch('golden.json')).json()).cdnow_master;
    const source = await one('rfm-source').ready;
    same('rows', source.report.rowsUsed, golden.rows_used);
    same('net', source.report.amount.used, golden.net_amount, 0.005);
    const { summary } = await source.rfm();
    same('customers', summary.customers, golden.customers);
    for (const { segment, customers } of summary.segments)
      same(segment, customers, golden.rfm.segments[segment]);
    same('top 20 %', (await source.pareto()).summary.shareOfTop20, golden.pareto.top20, 1e-9);
    const { model } = (await source.quadrant()).summary.potential;
    same('log-likelihood', model.logLikelihood, golden.mbg.ll, 1e-3);
    same('month 1', (await source.cohorts()).summary.averages[1].retention, golden.cohorts.pooled_m1, 1e-9);
    same('quick ratio', (await source.flow()).summary.quickRatio, golden.flow_last_complete.quickRatio, 1e-9);
  },
  'a gzip file with refunds and quotes is read': async () => {
    await one('#other').ready;
    const { tiers } = (await one('#other').result()).summary;
    // The contract's customers have a purchase row of at least 0.
    same(
      'customers',
      tiers.reduce((sum, { customers }) => sum + customers, 0),
      4339,
    );
  },
  'a chosen segment is told of in each chart, and Escape clears it': async () => {
    const source = await one('rfm-source').ready;
    const { customers } = await source.select({ analysis: 'rfm', where: { segment: 'champions' } });
    const shown = new Intl.NumberFormat('en').format(customers.count);
    for (const tag of CHARTS) await until(`${tag} says ${shown}`, () => textOf(one(tag)).includes(shown));
    pictureOf(one('rfm-scatter')).dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
    );
    await until('nothing is selected', () => source.selection === null);
  },
  'the table has the figures': async () => {
    const pareto = one('rfm-pareto');
    pareto.view = 'table';
    await pareto.updateComplete;
    if (pareto.shadowRoot.querySelectorAll('table tr').length < 3) throw new Error('no rows');
    pareto.view = 'chart';
  },
  'pictures and figures are given away': async () => {
    const svg = await one('rfm-quadrant').toSvg();
    if (!String(svg).startsWith('<svg') && !(svg instanceof Blob)) throw new Error(String(svg).slice(0, 40));
    const png = await one('rfm-quadrant').toPng();
    same('type', png.type, 'image/png');
    if (png.size < 5000) throw new Error(`${png.size} bytes`);
    const csv = await one('rfm-quadrant').toCsv();
    same('lines', csv.trim().split('\n').length, 23_571);
  },
  'Chinese and dark are spoken and shown': async () => {
    const cohorts = one('rfm-cohorts');
    cohorts.locale = 'zh-CN';
    cohorts.theme = 'dark';
    await cohorts.ready;
    await cohorts.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (!/[\u4e00-\u9fff]{2}/.test(cohorts.shadowRoot.textContent)) throw new Error('no Chinese');
  },
  'pictures grow with the text of the page, and a brush begins where the pointer is': async () => {
    const { shadowRoot } = one('rfm-scatter');
    const height = () => shadowRoot.querySelector('.drawing text').getBoundingClientRect().height;
    const usual = height();
    document.documentElement.style.fontSize = '24px';
    // WebKit does not; there the pointer alone counts. Glyphs do not grow evenly.
    if ('currentCSSZoom' in shadowRoot.host) await until('larger', () => height() / usual > 1.3);
    const plot = shadowRoot.querySelector('.plot');
    const { left, top, width, height: high } = plot.getBoundingClientRect();
    const send = (type, x, y) => {
      const init = { clientX: left + x * width, clientY: top + y * high, isPrimary: true, pointerId: 1 };
      plot.dispatchEvent(new PointerEvent(type, { ...init, bubbles: true, composed: true }));
      return init.clientX;
    };
    const begun = send('pointerdown', 0.4, 0.3);
    send('pointermove', 0.6, 0.5);
    send('pointermove', 0.8, 0.7);
    await until('a brush', () => shadowRoot.querySelector('.brush'));
    same('left', shadowRoot.querySelector('.brush').getBoundingClientRect().left, begun, 2);
    send('pointercancel', 0.8, 0.7);
    document.documentElement.style.fontSize = '';
  },
  'a missing file is an error in its place': async () => {
    const error = await one('#missing').ready.then(
      () => undefined,
      (reason) => reason,
    );
    same('code', error?.code, 'network');
    if (!one('#missing').shadowRoot.textContent.trim()) throw new Error('a blank box');
  },
  'the page has nothing to complain of': async () => {
    const ours = complaints.filter((text) => !text.includes('ResizeObserver loop'));
    if (ours.length > 0) throw new Error(ours.join('; '));
  },
};

const findings = [];
for (const [says, holds] of Object.entries(CHECKS)) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error('no answer in 240 s')), 240_000));
  const problem = await Promise.race([holds(), late]).then(
    () => null,
    (error) => `${error.message}`,
  );
  findings.push({ says, problem });
}
document.documentElement.dataset.findings = JSON.stringify(findings);
