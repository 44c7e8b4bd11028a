import { describe, expect, it } from 'vitest';
import { zhCN } from '../../src/locales/zh-CN';
import { english as en } from '../support/english';

/** Every word of a catalogue by its path: texts as they are, sentences with gaps as functions. */
function entries(words: object, path = ''): [string, unknown][] {
  return Object.entries(words).flatMap(([key, value]): [string, unknown][] =>
    typeof value === 'object' && value !== null
      ? entries(value, `${path}${key}.`)
      : [[`${path}${key}`, value]],
  );
}

const english = new Map(entries(en));
const chinese = new Map(entries(zhCN));

/** English says customers of a segment in other words than the segment's name; Chinese needs none. */
const ENGLISH_ALONE = /^scatter\.subjects\./;

/** What is the error's, the note's, the rule's or the option's own sentence or name in English. */
const SAID_BY_CODE = /^problems\.(errors|notes|rules|options)\.|^quadrant\.warnings\./;

describe('the Chinese catalogue', () => {
  it('lacks no key of the English one', () => {
    const missing = [...english.keys()].filter((key) => !chinese.has(key) && !ENGLISH_ALONE.test(key));
    expect(missing).toEqual([]);
  });

  it('has no key that nobody asks for', () => {
    const more = [...chinese.keys()].filter((key) => !english.has(key) && !SAID_BY_CODE.test(key));
    expect(more).toEqual([]);
  });

  it('has a sentence where the English has one, a text where it has a text', () => {
    const other = [...english].filter(
      ([key, value]) => chinese.has(key) && typeof chinese.get(key) !== typeof value,
    );
    expect(other.map(([key]) => key)).toEqual([]);
  });

  it('leaves no text in English', () => {
    const left = [...chinese].filter(
      ([, value]) => typeof value === 'string' && /[a-z]{2}/.test(value) && !/[\u4e00-\u9fff]/.test(value),
    );
    expect(left.map(([key]) => key)).toEqual([]);
  });
});
