import { property } from 'lit/decorators.js';
import type { Analysis } from '../compute/results';
import { SelectingElement } from './selecting-element';
import { Speech } from './speech';

/** An element that speaks the language of the page, or its own. */
export abstract class WordedElement<R extends Analysis<object, object>, E = null> extends SelectingElement<
  R,
  E
> {
  protected readonly speech: Speech = new Speech(this);

  /** Language as a BCP 47 tag; that of the page where left out. */
  @property() locale: string | null | undefined;

  protected override async scheduleUpdate(): Promise<void> {
    const { coming } = this.speech;
    if (coming) await coming;
    await super.scheduleUpdate();
  }
}
