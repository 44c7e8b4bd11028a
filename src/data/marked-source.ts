import type { FlowRow, PlainKpis } from '../compute/results';
import { HeldSource } from './held-source';
import { kpisOfSelected, type SelectionSummary } from './marked';
import {
  type MarkedCell,
  type MarkedCount,
  type MarkedRanks,
  prepareMarked,
  type Shown,
  selectedCells,
  selectedCounts,
  selectedFlow,
  selectedRanks,
} from './marked-groups';
import { type MemberOptions, membersBy, type SelectableAnalysis } from './members';
import { prepareFigures } from './picked';
import { memberColumns, type Selection, type SelectionRequest } from './selection';
import type { AnalysisOptions, CohortOptions, FlowOptions, ParetoOptions } from './source-options';

/** Customers of a source that are marked, and what is said of them. */
export abstract class MarkedSource extends HeldSource {
  /** What was asked for last of the analyses that show where the marked stand. */
  protected readonly shown: Shown = {};

  /** The customers that are marked, null where none are. */
  get selection(): Selection | null {
    return this.marks.current;
  }

  /**
   * Marks customers, by id or by what an analysis says of them; nothing is narrowed. The newest call wins: an older one
   * that is still under way resolves to what was marked after it.
   */
  async select(request: SelectionRequest): Promise<Selection | null> {
    return this.marks.select(request);
  }

  /** Takes all marks away. */
  clearSelection(): void {
    this.marks.clear();
  }

  /** Tells of every change of the selection, until the function it returns is called. */
  onSelection(listener: (selection: Selection | null) => void): () => void {
    return this.marks.listen(listener);
  }

  /** 1 for each marked customer, 0 for the others, in the order in which results list customers; null without marks. */
  selectionMarks(options: AnalysisOptions = {}): Promise<Uint8Array | null> {
    return this.marks.withList(options, async (_, { marks }) => marks);
  }

  /** What the marked customers are of all; null without marks. */
  selectionSummary(options: AnalysisOptions = {}): Promise<SelectionSummary | null> {
    return this.marks.summary(options);
  }

  /** Where the marked customers stand in the ranking of `pareto(options)`; null without marks. */
  selectionRanks(options: ParetoOptions = {}): Promise<MarkedRanks[] | null> {
    return this.marks.withList(options, (context, marks) => selectedRanks(context, marks, options));
  }

  /** How many marked customers count in each cell of `cohorts(options)`, empty cells left out; null without marks. */
  selectionCells(options: CohortOptions = {}): Promise<MarkedCell[] | null> {
    return this.marks.withList(options, (context, marks) => selectedCells(context, marks, options));
  }

  /** How many marked customers there are by columns of what an analysis says of each; null without marks. */
  selectionCounts(
    analysis: SelectableAnalysis,
    columns: readonly string[],
    options: MemberOptions & Pick<AnalysisOptions, 'signal'> = {},
  ): Promise<MarkedCount[] | null> {
    const scope = { asOf: options.to ?? options.asOf, signal: options.signal };
    return this.marks.withList(scope, (context, marks) =>
      selectedCounts(context, marks, analysis, columns, options),
    );
  }

  /** The rows of `flow(options)` of the marked customers alone; null without marks. */
  selectionFlow(options: FlowOptions = {}): Promise<FlowRow[] | null> {
    return this.marks.withList(options, (context, marks) => selectedFlow(context, marks, options));
  }

  /** The plain figures of `kpis(options)` of the marked customers alone; null without marks. */
  selectionKpis(options: AnalysisOptions = {}): Promise<PlainKpis | null> {
    return this.marks.withList(options, kpisOfSelected);
  }

  /**
   * Works out beforehand what `select({analysis, where, options})` will look customers up in, by `columns` above all, and
   * what the analyses asked for last will then say of them.
   */
  async prepare(
    analysis: SelectableAnalysis,
    options: MemberOptions = {},
    columns: readonly string[] = [],
  ): Promise<void> {
    await this.analyse(options, async (context) => {
      await memberColumns(context, await membersBy(context, analysis, options));
      await prepareFigures(context, analysis, options, columns);
      await prepareMarked(context, this.shown);
    });
  }
}
