import '../../src/define/dashboard';
import { expect } from 'chai';
import { seededRandom } from '../../src/compute/random';
import { namedCharts, optionsOf } from '../../src/elements/dashboard/dashboard-state';
import { RfmError } from '../../src/util/rfm-error';
import { only, stage } from './support/stage';

type Dashboard = HTMLElementTagNameMap['rfm-dashboard'];
type Charts = Parameters<typeof namedCharts>[0];

const PARTS = 'filter,kpis,scatter,segments,quadrant,migration,pareto,flow,cohorts,customers,whatif,weights';
const VIEWS = 8;

/** What an address may hold where an option, a date, a name or a limit should be; JSON, so that `__proto__` is a key. */
const VALUES = [
  ...[
    'null',
    'true',
    '0',
    '-1',
    '1e308',
    '1e-308',
    '7',
    '"7"',
    '""',
    '"all"',
    '"__proto__"',
    '"constructor"',
  ],
  ...[
    '"<img src=x onerror=hacked()>"',
    '"\\u0000"',
    '"\'; DROP TABLE x; --"',
    '"2024-13-45"',
    '"2024-03-01"',
  ],
  ...['[]', '[[]]', '["a","a"]', '[1,1,1]', '[{"__proto__":{"hacked":1}}]', '[null]'],
  ...['{}', '{"__proto__":{"hacked":1}}', '{"min":"a","max":{}}', '{"min":1}', '{"length":1e9}'],
  '{"_$litType$":1,"strings":["<img src=x onerror=hacked()>"],"values":[]}',
  `"${'long '.repeat(2000)}"`,
];
const NAMES = ['__proto__', 'constructor', 'city', 'x y', '<b>', 'toString'];

async function dashboard(): Promise<Dashboard> {
  const data = Array.from({ length: 60 }, (_, i) => ({
    customer: `c${i % 13}`,
    date: `2024-${String(1 + (i % 12)).padStart(2, '0')}-1${i % 9}`,
    amount: 10 + 7 * (i % 5),
    city: i % 3 === 0 ? 'Oslo' : 'Rome',
  }));
  const place = stage(`<rfm-dashboard dimensions="city" locale="en" show="${PARTS}"></rfm-dashboard>`);
  const element = only(place, 'rfm-dashboard');
  element.data = data;
  await element.drawn();
  return element;
}

/** A view that nobody saved, the same for the same seed, as JSON. */
function hostileView(seed: number, charts: ReturnType<typeof namedCharts>): string {
  const next = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(list.length * next())]!;
  const value = (): string => pick(VALUES);
  const fields = (names: readonly string[]): string =>
    `{${names.map((name) => `${JSON.stringify(name)}:${value()}`).join(',')}}`;
  const options = [...charts].map(([name, chart]) => {
    const known = optionsOf(chart) ?? [];
    return `${JSON.stringify(name)}:${next() < 0.1 ? value() : fields([pick(known), pick(known), pick(NAMES)])}`;
  });
  const selection = pick([
    value(),
    `{"customers":${value()}}`,
    `{"any":[{"customers":["c1"],"description":${value()}}]}`,
    `{"analysis":${pick(['"rfm"', '"cohorts"', value()])},"where":${fields([pick(['monetary', 'segment', pick(NAMES)])])},"options":${value()}}`,
    `{"analysis":"rfm","where":{},"description":${value()}}`,
  ]);
  const filter = pick([value(), fields(['from', 'to']), `{"dimensions":${fields([pick(NAMES)])}}`]);
  return `{"kind":"rfm-dashboard","version":${value()},"data":${value()},"show":${next() < 0.2 ? value() : 'null'},"filter":${filter},"asOf":${value()},"weights":${value()},"selection":${selection},"elements":{${options.join(',')}},"__proto__":{"hacked":1}}`;
}

function tokenOf(json: string): string {
  const text = btoa(String.fromCharCode(...new TextEncoder().encode(json)));
  return `v1.${text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** Everything in a tree, shadow roots included. */
function* everything(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
  }
}

describe('a view that somebody wrote by hand', () => {
  it('is applied as far as it fits, and leaves a dashboard that stands, whatever it holds', async function () {
    // Each view draws twelve charts.
    this.timeout(240_000);
    const element = await dashboard();
    const charts = namedCharts(
      [...everything(element.shadowRoot!)].filter((one) => optionsOf(one)) as unknown as Charts,
    );
    expect(charts.size).to.be.greaterThan(10);
    const whole = element.save();
    for (let seed = 1; seed <= VIEWS; seed += 1) {
      const json = hostileView(seed, charts);
      const given = seed % 2 === 0 ? tokenOf(json) : json;
      const failed = await element.restore(given).then(
        () => null,
        (error: unknown) => error,
      );
      if (failed) expect(failed, `${seed}: ${failed}`).to.be.instanceOf(RfmError);
      await element.drawn();
      // What it shows now can be saved, and be the view of an address.
      expect(element.token(), String(seed)).to.match(/^v1\.[\w-]*$/);
    }
    await element.restore(whole);
    await element.drawn();
    expect(element.save()).to.deep.equal(whole);
    expect(
      [...everything(element.shadowRoot!)].filter(({ localName }) => localName === 'img'),
    ).to.have.length(0);
    expect(Object.keys(Object.prototype)).to.deep.equal([]);
    expect(({} as Record<string, unknown>).hacked).to.equal(undefined);
  });
});
