import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../scripts/lib/paths.js';
import {
  finger,
  type GivenFile,
  keyboard,
  mouse,
  SHOPS,
  type Shop,
  type Visit,
  visit,
} from '../support/analyst';
import { stepsOf } from '../support/analyst-steps';
import { openBrowser } from '../support/browser';
import { type Demo, startDemo } from '../support/start-demo';

/** Where the whole files lie, beside the project. */
const DATA = resolve(root, '../shared/data');

const WAYS = [
  ['by mouse', 1400],
  ['by the keyboard alone', 1400],
  ['on a telephone', 360],
] as const;

const ALL = (Object.keys(SHOPS) as Shop[]).flatMap((shop) =>
  WAYS.flatMap(([way, width]) =>
    (['en', 'zh-CN'] as const).map((language) => ({ shop, way, width, language })),
  ),
);

const there = Object.values(SHOPS).every(({ full }) => existsSync(resolve(DATA, full)));
const title = `an analyst with a whole file${there ? '' : ` (skipped: they are not in ${DATA})`}`;

describe.skipIf(!there)(title, () => {
  let browser: Browser;
  let demo: Demo;

  beforeAll(async () => {
    browser = await openBrowser();
    demo = await startDemo();
  });

  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  describe.each(ALL)('of $shop, $way, in $language', ({ shop, way, width, language }) => {
    let visited: Visit;

    beforeAll(async () => {
      visited = await visit(browser, demo.address, width);
    });

    afterAll(() => visited.page.context().close());

    const file = (): GivenFile => {
      const { full } = SHOPS[shop];
      const name = `${shop}${full.endsWith('.gz') ? '.csv.gz' : '.csv'}`;
      return { name, mimeType: 'text/csv', buffer: readFileSync(resolve(DATA, full)) };
    };
    const hand = () =>
      ({ 'by mouse': mouse, 'by the keyboard alone': keyboard(visited.page), 'on a telephone': finger })[way];
    stepsOf({ shop, width, language, file, hand, page: () => visited.page, prints: () => visited.prints() });

    it('sees nothing go wrong behind the page', () => {
      expect(visited.seen.complaints).toEqual([]);
    });
  });
});
