import type { ScoreCell } from '../../compute/score-cells';
import { segmentBars } from '../../layout/segment-bars';
import type { SegmentBlock, SegmentLayout } from '../../layout/segment-blocks';
import { cellKey, segmentGrid } from '../../layout/segment-grid';
import { segmentTreemap } from '../../layout/segment-treemap';
import type { KeyedBox } from '../../layout/selected-share';
import type { Mark, Picture, Surroundings } from '../picture';
import { segmentName, segmentTone } from '../segment-names';
import type { SegmentGrid, SegmentsResult } from './segment-view';

/** Segments as tiles or as rows, a stop on each. */
export function blocksPicture(
  layout: 'treemap' | 'bars',
  blocks: readonly SegmentBlock[],
  by: 'customers' | 'revenue',
  around: Surroundings,
): Picture {
  const { width, height, measure } = around;
  const { segmenting } = around.words;
  const labels = {
    customers: segmenting.barsCustomers,
    amount: segmenting.barsRevenue,
    change: segmenting.change,
  };
  const laid =
    layout === 'bars'
      ? segmentBars({ blocks, width, measure, labels })
      : segmentTreemap({ blocks, width, height, measure, by });
  return {
    ...pictureOf(laid, layout === 'bars'),
    stops: laid.places.flatMap((place) => {
      const block = blocks.find(({ key }) => key === place.key);
      return block ? [blockMark(block, place, around)] : [];
    }),
  };
}

function pictureOf({ shapes, width, height }: SegmentLayout, natural: boolean): Omit<Picture, 'stops'> {
  return { under: shapes, over: [], ...(natural && { size: { width, height } }) };
}

function blockMark(block: SegmentBlock, place: KeyedBox, around: Surroundings): Mark {
  const { segmenting, scatter } = around.words;
  const { key, name, customers, amount, changes, action, tone } = block;
  const known = (['customers', 'revenue'] as const).filter((share) => changes[share].text);
  const change = known.map((share): [string, string] => [segmenting.changes[share], changes[share].text]);
  const facts = [customers, amount, ...change.map((line) => line.join(' '))].join(around.words.common.comma);
  return {
    ...standing(place),
    key,
    group: key,
    label: `${name}: ${facts}${action ? `${around.words.common.stop} ${action}` : ''}`,
    tip: {
      title: name,
      tone,
      lines: [
        [scatter.customersHead, customers],
        [scatter.amount, amount],
        ...change,
        ...(action ? [[segmenting.action, action] as const] : []),
      ],
    },
  };
}

function standing({ x, y, width, height }: KeyedBox): Pick<Mark, 'x' | 'y' | 'box'> {
  const box = { x: x + 2, y: y + 2, width: Math.max(0, width - 4), height: Math.max(0, height - 4) };
  return { x: x + width / 2, y: y + height / 2, box };
}

/** The grid of recency against frequency and monetary, a stop on each cell. */
export function gridPicture(
  result: SegmentsResult,
  blocks: readonly SegmentBlock[],
  { cells, names, selecting }: SegmentGrid,
  around: Surroundings,
): Picture {
  const { words, f, measure, width } = around;
  const all = result.summary.segments.map(({ segment }) => segment);
  const laid = segmentGrid({
    cells,
    name: (segment) => segmentName(names[segment] ?? '', words),
    tone: (segment) => segmentTone(names[segment] ?? '', all),
    count: f.count,
    share: f.share,
    selecting,
    width,
    labels: { r: words.segmenting.rAxis, fm: words.segmenting.fmAxis },
    measure,
  });
  return {
    ...pictureOf(laid, true),
    stops: cells.flatMap((cell, i) => {
      const place = laid.places[i];
      const segment = cell.segment === null ? undefined : names[cell.segment];
      return place
        ? [
            cellMark(
              cell,
              place,
              blocks.find(({ key }) => key === segment),
              result,
              around,
            ),
          ]
        : [];
    }),
  };
}

function cellMark(
  cell: ScoreCell,
  place: KeyedBox,
  block: SegmentBlock | undefined,
  { summary }: SegmentsResult,
  { words, f }: Surroundings,
): Mark {
  const { segmenting } = words;
  const share = cell.customers / Math.max(1, summary.customers);
  const customers = segmenting.ofCustomers({ customers: cell.customers, share }, f);
  const where = segmenting.cell(cell);
  const names = block ? [block.name] : [];
  return {
    ...standing(place),
    key: cellKey(cell),
    ...(block && { group: block.key }),
    label: [...names, where, customers, f.sum(cell.amount)].join(words.common.comma),
    tip: {
      title: block ? block.name : where,
      tone: block?.tone,
      lines: [
        [segmenting.scores, where],
        [words.scatter.customersHead, customers],
        [words.scatter.amount, f.sum(cell.amount)],
        ...(block?.action ? [[segmenting.action, block.action] as const] : []),
      ],
    },
  };
}
