import type { Report } from '../compute/results';
import type { Progress } from '../data/source-options';
import type { RfmError } from '../util/rfm-error';

const EVERYWHERE = { bubbles: true, composed: true } as const;

/** How far a load has come. */
export class RfmProgressEvent extends CustomEvent<Progress> {
  constructor(progress: Progress) {
    super('rfm-progress', { ...EVERYWHERE, detail: progress });
  }
}

/** The rows are in; `detail.report` accounts for each of them. */
export class RfmLoadEvent extends CustomEvent<{ report: Report }> {
  constructor(report: Report) {
    super('rfm-load', { ...EVERYWHERE, detail: { report } });
  }
}

/** A picture (of a chart) or a source (of `rfm-source`) stands. */
export class RfmReadyEvent extends CustomEvent<undefined> {
  constructor() {
    super('rfm-ready', EVERYWHERE);
  }
}

/** Something failed; the element shows it in place as well. */
export class RfmErrorEvent extends CustomEvent<{ error: RfmError }> {
  constructor(error: RfmError) {
    super('rfm-error', { ...EVERYWHERE, detail: { error } });
  }
}

/** What `rfm-select` tells: where, what in words, and which customers. */
export interface SelectionDetail {
  /** The tag of the element the choice was made in. */
  origin: string;
  description: string;
  customers: { count: number; ids(): Promise<string[]> };
}

/** Customers were chosen, or (count 0) the choice was cleared. */
export class RfmSelectEvent extends CustomEvent<SelectionDetail> {
  constructor(selection: SelectionDetail) {
    super('rfm-select', { ...EVERYWHERE, detail: selection });
  }
}

/** What `rfm-adjust` tells: a property that was set by hand, such as a threshold that was dragged. */
export interface AdjustDetail {
  /** The tag of the element. */
  origin: string;
  /** The property, as it is called in script. */
  property: string;
  /** What it is now; null where it was put back to nothing. */
  value: unknown;
}

/** A property of an element was set by hand. */
export class RfmAdjustEvent extends CustomEvent<AdjustDetail> {
  constructor(detail: AdjustDetail) {
    super('rfm-adjust', { ...EVERYWHERE, detail });
  }
}

/** What `rfm-view` tells: the view of a dashboard as JSON, and the same as a text for an address. */
export interface ViewDetail<State = unknown> {
  state: State;
  token: string;
}

/** The view of a dashboard is another than before. */
export class RfmViewEvent extends CustomEvent<ViewDetail> {
  constructor(detail: ViewDetail) {
    super('rfm-view', { ...EVERYWHERE, detail });
  }
}

interface RfmEventMap {
  'rfm-view': RfmViewEvent;
  'rfm-adjust': RfmAdjustEvent;
  'rfm-progress': RfmProgressEvent;
  'rfm-load': RfmLoadEvent;
  'rfm-ready': RfmReadyEvent;
  'rfm-error': RfmErrorEvent;
  'rfm-select': RfmSelectEvent;
}

declare global {
  interface HTMLElementEventMap extends RfmEventMap {}
  interface DocumentEventMap extends RfmEventMap {}
  interface ShadowRootEventMap extends RfmEventMap {}
}
