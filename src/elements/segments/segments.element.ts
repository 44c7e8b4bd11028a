import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { lintRules, type SegmentRule } from '../../compute/lint-rules';
import { wholeOption } from '../../compute/option-checks';
import { ifKnown, monthsEarlier } from '../../data/earlier';
import type { Source } from '../../data/source';
import type { SegmentBlock } from '../../layout/segment-blocks';
import { enSegmenting } from '../../locales/en-segmenting';
import { bringEnglish } from '../../locales/registry';
import type { Words } from '../../locales/words';
import { lastCall } from '../../util/last-call';
import { Adjusted } from '../adjusted';
import { ChartElement } from '../chart-element';
import { pickStyles, picks } from '../picks';
import type { Caption, DataTable, Mark, Picture, Surroundings } from '../picture';
import { segmentName } from '../segment-names';
import { SegmentedElement } from '../segmented-element';
import { firstDraft, named } from './rule-draft';
import { ruleEditor } from './rule-editor';
import { blocksPicture, gridPicture } from './segment-pictures';
import { segmentStyles } from './segment-styles';
import {
  binsOf,
  countsOf,
  gridOf,
  type SegmentActions,
  type SegmentsResult,
  segmentBlocks,
} from './segment-view';
import { segmentsCaption, segmentsTables } from './segment-words';

bringEnglish({ segmenting: enSegmenting });

const LAYOUTS = ['treemap', 'bars', 'grid'] as const;
type Layout = (typeof LAYOUTS)[number];

/** Months that a change is told over, where nothing else is asked for. */
const MONTHS = 3;

/**
 * Segments as treemap, bars or R x FM grid: customers, revenue, change, and what to do with each; with an editor of rules.
 *
 * @tag rfm-segments
 * @csspart chart - The picture.
 * @csspart rules - The editor of rules.
 * @fires rfm-ready - The picture stands.
 * @fires rfm-error - It could not be shown.
 * @fires rfm-select - Customers were chosen, or the choice was taken back.
 * @fires rfm-adjust - Layout, size or rules were set by hand.
 */
export class RfmSegments extends SegmentedElement<Uint8Array, SegmentsResult> {
  static override readonly analysisProperties: readonly string[] = [
    ...SegmentedElement.analysisProperties,
    'compare',
  ];
  static override readonly choices: Readonly<Record<string, readonly string[]>> = {
    ...ChartElement.choices,
    layout: LAYOUTS,
    size: ['customers', 'revenue'],
  };
  static override styles: CSSResultGroup = [ChartElement.styles, pickStyles, segmentStyles];

  readonly #blocks = lastCall(segmentBlocks);
  readonly #counts = lastCall(countsOf);
  readonly #grid = lastCall(gridOf);
  readonly #adjusted = new Adjusted(this);

  @state() private draft: readonly SegmentRule[] | null = null;

  /** `treemap`, `bars` or `grid`. */
  @property({ reflect: true }) layout: Layout = 'treemap';
  /** What the area of a tile stands for: `customers` or `revenue`. */
  @property() size: 'customers' | 'revenue' = 'customers';
  /** Months back to the date that shares are compared with; 0 for none, 3 where left out. @default 3 */
  @property({ type: Number }) compare: number | null | undefined;
  /** What to do with a segment, by its name, in the place of our own advice. */
  @property({ attribute: false }) actions: SegmentActions | null = null;

  protected override async analyse(source: Source, signal: AbortSignal): Promise<SegmentsResult> {
    const months = wholeOption('compare', this.compare ?? undefined, MONTHS, 0, 1200);
    const now = await source.rfm({ ...this.options, signal });
    const beforeOn = monthsEarlier(now.summary.asOf, months);
    const then = { ...this.options, asOf: beforeOn ?? undefined, signal };
    const before = beforeOn === null ? null : await ifKnown(() => source.segments(then));
    return { ...now, before, beforeOn };
  }

  protected override readChosen(source: Source, signal: AbortSignal): Promise<Uint8Array | null> {
    return source.selectionMarks({ asOf: this.asOf ?? undefined, signal });
  }

  protected override choose({ group }: Mark): void {
    if (!group) return;
    const description = segmentName(group, this.around.words);
    const where = { segment: group };
    this.selectCustomers({ analysis: 'rfm', where, options: this.options, description });
  }

  protected override label(words: Words): string {
    return words.segmenting.name;
  }

  protected override plotHeight(width: number): number {
    return Math.round(Math.min(520, Math.max(width < 480 ? 420 : 320, width * 0.5)));
  }

  private blocks(result: SegmentsResult, around: Surroundings): SegmentBlock[] {
    return this.#blocks(result, this.size, this.actions, this.chosen?.value.extra ?? null, around);
  }

  protected override compose(result: SegmentsResult, around: Surroundings): Picture {
    const blocks = this.blocks(result, around);
    return this.layout === 'grid'
      ? gridPicture(result, blocks, this.#grid(result, this.chosen?.value.extra ?? null), around)
      : blocksPicture(this.layout, blocks, this.size, around);
  }

  protected override caption(result: SegmentsResult, around: Surroundings): Caption {
    return segmentsCaption(result, this, around);
  }

  protected override tables(result: SegmentsResult, around: Surroundings): DataTable[] {
    return segmentsTables(result, this.actions, around);
  }

  protected override legend(result: SegmentsResult, { words }: Surroundings): TemplateResult {
    const { segmenting } = words;
    const open = this.draft !== null;
    const onEdit = (): void => {
      this.draft = open ? null : firstDraft(this.rules ?? null, binsOf(result), segmenting.rules.newName);
    };
    return html`${picks(segmenting.layout, segmenting.layouts, this.layout, (layout) => {
      this.#adjusted.set('layout', layout);
    })}
    <button type="button" class="edit" aria-expanded=${open} @click=${onEdit}>${segmenting.rules.edit}</button>
    ${
      this.layout === 'treemap'
        ? picks(segmenting.layouts.treemap, segmenting.areaBy, this.size, (size) => {
            this.#adjusted.set('size', size);
          })
        : nothing
    }`;
  }

  protected override content(
    result: SegmentsResult,
    around: Surroundings,
    plot: TemplateResult,
  ): TemplateResult {
    return super.content(
      result,
      around,
      html`${plot}${this.draft ? this.#editor(this.draft, result, around) : nothing}`,
    );
  }

  #editor(draft: readonly SegmentRule[], result: SegmentsResult, { words, f }: Surroundings): TemplateResult {
    const lint = lintRules(named(draft), { bins: binsOf(result), counts: this.#counts(result) });
    const actions = {
      change: (rules: SegmentRule[]): void => {
        this.draft = rules;
      },
      apply: (rules: SegmentRule[]): void => this.#apply(rules),
      reset: (): void => this.#apply(null),
    };
    const { scheme, rules } = result.definition.options;
    const exact = scheme !== 'rfm' || Boolean(rules) || binsOf(result) !== 5;
    return ruleEditor(draft, lint, exact, actions, words, f);
  }

  #apply(rules: SegmentRule[] | null): void {
    this.draft = null;
    this.#adjusted.set('rules', rules);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Scores of another scale have other codes.
    if (changed.has('bins') && this.hasUpdated) this.draft = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-segments': RfmSegments;
  }
}
