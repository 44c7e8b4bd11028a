import '../../src/define/cohorts';
import '../../src/define/flow';
import '../../src/define/kpis';
import '../../src/define/migration';
import '../../src/define/pareto';
import '../../src/define/quadrant';
import '../../src/define/scatter';
import '../../src/define/segments';
import '../../src/define/source';
import { expect } from 'chai';
import { Engine } from '../../src/data/engine/engine';
import { finding, together } from './support/chart';
import { penOver } from './support/pointer';
import { inside, only, textOf, until } from './support/stage';

const TAGS = [
  'rfm-scatter',
  'rfm-quadrant',
  'rfm-pareto',
  'rfm-cohorts',
  'rfm-kpis',
  'rfm-flow',
  'rfm-segments',
  'rfm-migration',
] as const;
/** What the tooltip says of the part of a picture with this key. */
async function toldAt(
  chart: HTMLElementTagNameMap['rfm-flow' | 'rfm-migration'],
  key: string,
): Promise<string> {
  const mark = inside<SVGElement>(chart, `[data-key="${key}"]`);
  const { left, top, width, height } = mark.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2 };
  mark.dispatchEvent(new PointerEvent('pointermove', { ...at, bubbles: true, composed: true, pointerId: 1 }));
  await chart.updateComplete;
  return inside(chart, '.tip').textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

describe('a brush through eight elements', () => {
  it('shows in each what is chosen against the whole, and asks the engine nothing', async () => {
    const { place, source, charts } = await together(TAGS);
    const scatter = only(place, 'rfm-scatter');
    inside(scatter, '.stage').dispatchEvent(new PointerEvent('pointerenter'));
    await source.prepare('rfm', {}, ['recency_days', 'frequency', 'segment']);
    const query = Engine.prototype.query;
    const asked: string[] = [];
    Engine.prototype.query = function (sql, signal) {
      asked.push(sql);
      return query.call(this, sql, signal);
    };
    // The lane of one order: Ben, Dov, =1+1 and the one whose name is a tag.
    penOver(scatter).drag([
      [0.02, 0.85],
      [0.99, 0.8],
    ]);
    await until(() => charts.every((chart) => finding(chart).startsWith('Selected')));
    Engine.prototype.query = query;
    expect(asked).to.deep.equal([]);
    for (const chart of charts)
      expect(finding(chart)).to.equal('Selected: 4 customers, 57.1% of customers, 18% of revenue');
    expect(textOf(only(place, 'rfm-kpis')))
      .to.contain('Selected 4')
      .and.to.contain('Selected 180');
    expect(await toldAt(only(place, 'rfm-flow'), '2024-02-01|new')).to.contain('Selected1 of 1');
    // Ada, Cyd and Eve have a segment each; over theirs lies a veil, over the others a bar.
    const veiled = [
      ...(only(place, 'rfm-segments').shadowRoot?.querySelectorAll('rect[fill="var(--_surface)"]') ?? []),
    ];
    const keys = veiled.map((veil) => veil.getAttribute('data-key'));
    expect(keys).to.have.members(['champions', 'potential-loyalist', 'at-risk']);
    // All have come within the year: two are platinum now, one of them chosen, and five are lead.
    expect(await toldAt(only(place, 'rfm-migration'), '-1:0')).to.contain('Selected1 of 2');
    expect(await toldAt(only(place, 'rfm-migration'), '-1:3')).to.contain('Selected3 of 5');
  });
});
