import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences } from './support/compare';
import { fingerprint } from './support/fingerprint';
import { gridsOf } from './support/pictures';
import { decodePng } from './support/png';
import { readReferences } from './support/references';
import { type Pose, Studio } from './support/studio';

/** Rules that break a picture the way a slip in the code would. */
const BREAKS: Readonly<Record<string, readonly [tag: string, rules: string]>> = {
  'a curve that is gone': ['rfm-pareto', '.plot path { display: none }'],
  'texts that are gone': ['rfm-pareto', '.plot text { display: none }'],
  'a picture drawn too small': ['rfm-pareto', '.drawing { transform: scale(0.8); transform-origin: 0 0 }'],
  'a picture upside down': ['rfm-pareto', '.drawing > svg { transform: scaleY(-1) }'],
  'another theme': ['rfm-pareto', ':host { color-scheme: dark }'],
  'a finding that is gone': ['rfm-pareto', '.finding { display: none }'],
  'cells without colour': ['rfm-cohorts', '.plot rect { fill: none }'],
  'cells without figures': ['rfm-cohorts', '.plot text { display: none }'],
  'another ramp': ['rfm-cohorts', ':host { --_seq-5: #c33; --_seq-6: #b22; --_seq-7: #a11; --_seq-4: #d66 }'],
  'points that are gone': ['rfm-scatter', 'canvas { visibility: hidden }'],
  'points in one colour': ['rfm-scatter', 'canvas { filter: grayscale(1) }'],
  'a legend that is gone': ['rfm-scatter', '.legend { display: none }'],
  'tiers without their names': ['rfm-quadrant', '.plot text { display: none }'],
};

/** What another machine does to the same picture. */
const MACHINES: Readonly<Record<string, string>> = {
  'half a pixel aside': '.stage, header, footer { transform: translate(0.5px, 0.5px) }',
  'letters drawn otherwise': ':host { -webkit-text-stroke: 0.15px; text-rendering: geometricPrecision }',
  'letters a little wider': 'text, p { letter-spacing: 0.15px }',
};
const TAGS = ['rfm-pareto', 'rfm-cohorts', 'rfm-scatter', 'rfm-quadrant'];

describe('what the pictures are compared by', () => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open();
  });

  afterAll(() => studio?.close());

  async function found(tag: string, pose: Pose): Promise<string[]> {
    const { png, regions } = await studio.shoot(tag, pose);
    const reference = readReferences(tag).light;
    if (!reference) throw new Error(`no reference of ${tag}`);
    return differences(reference, fingerprint(decodePng(png), regions, gridsOf(reference)));
  }

  it.each(Object.entries(BREAKS))('notices %s', async (_, [tag, rules]) => {
    expect(await found(tag, { rules })).not.toEqual([]);
  });

  it.each(TAGS.flatMap((tag) => Object.entries(MACHINES).map((one) => [tag, ...one] as const)))(
    'takes %s with %s for the same',
    async (tag, _, rules) => {
      expect(await found(tag, { rules })).toEqual([]);
    },
  );
});
