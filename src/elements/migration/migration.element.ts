import { type CSSResultGroup, css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { MigrationResult } from '../../compute/results';
import type { MarkedCount } from '../../data/marked-groups';
import type { Source } from '../../data/source';
import type { MigrationOptions } from '../../data/source-options';
import { MOVE_TONES } from '../../layout/move-shapes';
import type { Tone } from '../../layout/shapes';
import { enMigration } from '../../locales/en-migration';
import { bringEnglish } from '../../locales/registry';
import type { Words } from '../../locales/words';
import { styles } from '../../render/styles';
import { toneVariable } from '../../render/svg-shapes';
import { dayOfIso, isoOf } from '../../util/calendar';
import { Adjusted } from '../adjusted';
import { ChartElement } from '../chart-element';
import { pickStyles, picks } from '../picks';
import type { Caption, DataTable, Mark, Picture, Surroundings } from '../picture';
import { migrationPicture } from './migration-picture';
import { moveName, movesIn } from './migration-view';
import { migrationCaption, migrationTables } from './migration-words';

bringEnglish({ migration: enMigration });

const LAYOUTS = ['matrix', 'ribbons'] as const;

/**
 * Who moved between tiers or segments from one date to another: as matrix or as ribbons.
 *
 * @tag rfm-migration
 * @csspart chart - The picture.
 * @csspart from - The field of the earlier date.
 * @fires rfm-ready - The picture stands.
 * @fires rfm-error - It could not be shown.
 * @fires rfm-select - Customers were chosen, or the choice was taken back.
 * @fires rfm-adjust - The layout, the classes or the earlier date were set by hand.
 */
export class RfmMigration extends ChartElement<MigrationResult, readonly MarkedCount[]> {
  static override readonly analysisProperties: readonly string[] = [
    'from',
    'to',
    'window',
    'by',
    'potential',
    'horizon',
    'split',
    'scheme',
    'rules',
  ];
  static override readonly choices: Readonly<Record<string, readonly string[]>> = {
    ...ChartElement.choices,
    layout: LAYOUTS,
  };
  static override styles: CSSResultGroup = [
    ChartElement.styles,
    pickStyles,
    css`
      .plot [data-key] {
        cursor: pointer;
      }
      .sheet td:first-child {
        white-space: nowrap;
      }
      /* As pale as a cell: the full colours are those of the classes. */
      .legend .swatch {
        border-radius: 2px;
        opacity: 0.45;
      }
      .legend .outlined {
        background: none;
        border: 2px solid var(--_tier-gold);
        opacity: 1;
      }
    `,
  ];

  readonly #adjusted = new Adjusted(this);

  /** The earlier date; a year before `to` where left out. */
  @property() from: string | null | undefined;
  /** The later date; as-of where left out. */
  @property() to: string | null | undefined;
  /** Days up to each date that are looked at; 365 where left out. @default 365 */
  @property({ type: Number }) window: number | null | undefined;
  /** What customers move between: `tier` or `segment`. @default 'tier' */
  @property() by: MigrationOptions['by'] | null;
  /** How the potential of tiers is told; by `momentum` where left out. @default 'momentum' */
  @property() potential: string | null | undefined;
  /** Days of that potential; 365 where left out. @default 365 */
  @property({ type: Number }) horizon: number | null | undefined;
  /** Where high begins, for tiers. @default 'mean' */
  @property() split: string | null | undefined;
  /** How customers are put in segments, where they move between those: `rfm`, `mean8` or `kmeans`. @default 'rfm' */
  @property() scheme: MigrationOptions['scheme'] | null;
  /** Own segments in the place of the scheme's. */
  @property({ attribute: false }) rules: MigrationOptions['rules'] | null;
  /** `matrix` or `ribbons`. */
  @property({ reflect: true }) layout: (typeof LAYOUTS)[number] = 'matrix';

  protected override async analyse(source: Source, signal: AbortSignal): Promise<MigrationResult> {
    // The later date may have gone back behind an earlier one that was set here: then it is a year again.
    const to = this.to || this.asOf || source.asOf;
    if (this.from && this.from >= to) this.#adjusted.reset('from');
    return source.migration({ ...this.options, signal });
  }

  /** What is compared here; a choice made here goes by the same. */
  private get options(): MigrationOptions {
    return {
      from: this.from || undefined,
      to: this.to || undefined,
      window: this.window ?? undefined,
      by: this.by || undefined,
      potential: this.potential || undefined,
      horizon: this.horizon ?? undefined,
      split: this.split || undefined,
      scheme: this.scheme || undefined,
      rules: this.rules ?? undefined,
      asOf: this.asOf ?? undefined,
    };
  }

  protected override readChosen(source: Source, signal: AbortSignal): Promise<readonly MarkedCount[] | null> {
    return source.selectionCounts('migration', ['from_class', 'to_class'], { ...this.options, signal });
  }

  protected override choose({ key }: Mark): void {
    const result = this.work.value?.result;
    const move = result && movesIn(result).moves.find((one) => one.key === key);
    if (!move) return;
    const where = { from_class: move.from, to_class: move.to };
    const description = moveName(move, result, this.around);
    this.selectCustomers({ analysis: 'migration', where, options: this.options, description });
  }

  protected override label(words: Words): string {
    return words.migration.name;
  }

  protected override plotHeight(width: number): number {
    const least = this.by === 'segment' ? 440 : 300;
    return Math.round(Math.min(520, Math.max(least, width * 0.5)));
  }

  protected override compose(result: MigrationResult, around: Surroundings): Picture {
    return migrationPicture(result, this.layout, this.chosen?.value.extra ?? null, around);
  }

  protected override caption(result: MigrationResult, around: Surroundings): Caption {
    return migrationCaption(result, !this.potential && !this.split, around);
  }

  protected override tables(result: MigrationResult, around: Surroundings): DataTable[] {
    return migrationTables(result, around);
  }

  protected override legend(
    { summary }: MigrationResult,
    { words: { migration }, report }: Surroundings,
  ): TemplateResult {
    const onFrom = ({ target }: Event): void => {
      // A date that is being typed lies anywhere.
      if (target instanceof HTMLInputElement && target.validity.valid)
        this.#adjusted.set('from', target.value || null);
    };
    const item = (tone: Tone, text: string): TemplateResult => html`<span class="item">
      <span class="swatch" ${styles({ background: toneVariable(tone) })}></span>${text}
    </span>`;
    return html`${picks(migration.layout, migration.layouts, this.layout, (layout) => {
      this.#adjusted.set('layout', layout);
    })}
    ${picks(migration.between, migration.by, summary.by, (by) => this.#adjusted.set('by', by))}
    <label class="item">${migration.since} <input type="date" part="from" min=${report?.from ?? ''} max=${dayBefore(summary.to)}
      .value=${summary.from} @change=${onFrom} /></label>
    ${(['up', 'down', 'stable', 'entered'] as const).map((kind) => item(MOVE_TONES[kind], migration.kinds[kind]))}
    ${
      summary.ironRiseRate === null
        ? ''
        : this.layout === 'ribbons'
          ? item('tier-gold', migration.highlighted)
          : html`<span class="item"><span class="swatch outlined"></span>${migration.highlighted}</span>`
    }`;
  }
}

function dayBefore(date: string): string {
  return isoOf((dayOfIso(date) ?? 0) - 1);
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-migration': RfmMigration;
  }
}
