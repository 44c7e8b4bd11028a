import { html, nothing, type TemplateResult } from 'lit';
import type { Definition, ShareError } from '../compute/results';
import { HALF_WIDTH } from '../compute/sampling';
import type { Words } from '../locales/words';
import type { Formats } from '../util/format';
import type { Caption, Surroundings } from './picture';
import { segmentName } from './segment-names';

/** The words around a picture, with those that tell that it is of a sample where it is. */
export function sampledCaption(
  caption: Caption,
  { sampled }: Definition,
  { words, f }: Surroundings,
): Caption {
  return sampled ? { ...caption, sampled: words.sampled.mark(sampled, f) } : caption;
}

/** What the definition says of the sample: how it was drawn, and the interval of each share. */
export function sampledLines(
  { sampled }: Definition,
  words: Words,
  f: Formats,
): TemplateResult | typeof nothing {
  if (!sampled) return nothing;
  const { head, intervals, text } = words.sampled;
  return html`<h4>${head}</h4>
    <p>${text(sampled, f)}</p>
    ${
      sampled.shares.length > 0
        ? html`<h4>${intervals}</h4>
            <ul>${sampled.shares.map((one) => html`<li>${shareLine(one, words, f)}</li>`)}</ul>`
        : nothing
    }`;
}

function shareLine({ kind, name, by, share, error }: ShareError, words: Words, f: Formats): string {
  const [low, high] = [Math.max(share - HALF_WIDTH * error, 0), share + HALF_WIDTH * error];
  // Where refunds weigh, some bring less than nothing and others more than all.
  const most = by === 'customers' ? Math.min(high, 1) : high;
  return words.sampled.line({ name: nameOf(kind, name, words, f), by, share, low, high: most }, f);
}

function nameOf(kind: ShareError['kind'], name: string, words: Words, f: Formats): string {
  if (kind === 'top') return words.sampled.top(Number(name), f);
  return kind === 'tier' ? words.tiers[name as keyof Words['tiers']] : segmentName(name, words);
}
