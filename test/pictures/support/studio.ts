import { createServer, type Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { inRoot } from '../../../scripts/lib/paths.js';
import { listen, staticServer } from '../../../scripts/lib/static-server.js';
import { openBrowser } from '../../consumers/support/browser';
import type { Box } from './fingerprint';

/** How an element is to be shown. */
export interface Pose {
  /** Attributes beside `source`. */
  attributes?: string;
  /** In CSS pixels. */
  width?: number;
  dark?: boolean;
  /** On paper. */
  print?: boolean;
  /** In the few colours of the system's own. */
  forced?: boolean;
  /** On a page that runs from right to left. */
  rtl?: boolean;
  /** What stands between tag and source: the sample, nothing at all, an address that never answers, one that is not there. */
  data?: 'sample' | 'none' | 'slow' | 'missing';
  /** Rows of its own, in the place of the sample. */
  rows?: readonly object[];
  /** Marks the champions among the customers. */
  selected?: boolean;
  /** A statement to run on `element` once it stands. */
  then?: string;
  /** Style of the element: another font, or something broken on purpose. */
  style?: string;
  /** Rules added to its shadow root. */
  rules?: string;
}

const WIDTH = 720;
const REGIONS = ['header', 'legend', 'plot', 'table', 'foot', 'state'];

/** Takes pictures of single elements of the built kit, on one page with one source. */
export class Studio {
  private readonly browser: Browser;
  private readonly page: Page;
  private readonly servers: readonly Server[];
  private readonly slow: string;

  private constructor(browser: Browser, page: Page, servers: readonly Server[], slow: string) {
    this.browser = browser;
    this.page = page;
    this.servers = servers;
    this.slow = slow;
  }

  static async open(): Promise<Studio> {
    const site = staticServer({
      '/': inRoot('test/pictures/page'),
      '/kit/': inRoot('dist/cdn'),
      // One font on every machine: which labels fit decides how a picture is laid out.
      '/fonts/': inRoot('node_modules/storybook/assets/browser'),
      '/orders.csv': inRoot('test/fixtures/rfm_data_orders.csv'),
    });
    const silent = createServer(() => undefined);
    const origin = `http://127.0.0.1:${await listen(site)}`;
    const slow = `http://127.0.0.1:${await listen(silent)}/never.csv`;
    const browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 1400, height: 1000 }, locale: 'en-US' });
    // Nothing moves in a photograph.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(origin);
    await page.waitForFunction(() => customElements.get('rfm-source'));
    await page.evaluate(loadFonts);
    await page.addScriptTag({ path: inRoot('node_modules/axe-core/axe.min.js') });
    return new Studio(browser, page, [site, silent], slow);
  }

  async close(): Promise<void> {
    await this.browser.close();
    for (const server of this.servers) {
      server.closeAllConnections();
      server.close();
    }
  }

  /** A picture of the element in that pose, and where its parts lie on it. */
  async shoot(tag: string, pose: Pose): Promise<{ png: Buffer; regions: Record<string, Box> }> {
    await this.page.emulateMedia({
      colorScheme: pose.dark ? 'dark' : 'light',
      media: pose.print ? 'print' : 'screen',
      forcedColors: pose.forced ? 'active' : 'none',
    });
    await this.page.evaluate(stand, { tag, width: WIDTH, ...pose, source: this.sourceOf(pose) });
    const png = await this.page.locator('#stage').screenshot();
    return { png, regions: await this.page.evaluate(boxes, REGIONS) };
  }

  /** What axe finds on the element as it stands. */
  problems(): Promise<string[]> {
    return this.page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      // A part of a page, not a page.
      const { violations } = await axe.run('#stage', { rules: { region: { enabled: false } } });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
  }

  private sourceOf({ data = 'sample', rows }: Pose): string {
    if (rows) return '';
    const sources = {
      sample: 'source="orders"',
      none: '',
      slow: `src="${this.slow}"`,
      missing: 'src="missing.csv"',
    };
    return sources[data];
  }
}

/** Runs in the page. */
async function loadFonts(): Promise<void> {
  for (const weight of [400, 600]) {
    const faces = await document.fonts.load(`${weight} 16px Stage`);
    if (faces.length === 0) throw new Error('The font of the pictures is not where it was.');
  }
}

interface Scene extends Pose {
  tag: string;
  source: string;
  width: number;
}

/** Puts the element on the stage, and waits until it stands. Runs in the page. */
async function stand(scene: Scene): Promise<void> {
  const stage = document.querySelector<HTMLElement>('#stage');
  const source = document.querySelector('rfm-source');
  if (!stage || !source) throw new Error('no stage');
  const held = await (source as Element & { ready: Promise<Source> }).ready;
  held.clearSelection();
  stage.style.width = `${scene.width}px`;
  document.documentElement.dir = scene.rtl ? 'rtl' : 'ltr';
  stage.innerHTML = `<${scene.tag} ${scene.source} ${scene.attributes ?? ''} style="${scene.style ?? ''}"></${scene.tag}>`;
  const element = stage.firstElementChild as Shown;
  if (scene.rows) Object.assign(element, { data: scene.rows });
  const patience = new Promise((resolve) => setTimeout(resolve, 400));
  const ready = element.ready.catch(() => undefined);
  await (scene.data === 'none' || scene.data === 'slow' ? patience : ready);
  if (scene.selected) {
    await held.select({ analysis: 'rfm', where: { segment: 'champions' }, description: 'Champions' });
    while (!element.shadowRoot?.querySelector('.chip')) await new Promise((go) => setTimeout(go, 20));
  }
  if (scene.then) await new Function('element', `return (async () => { ${scene.then} })()`)(element);
  if (scene.rules) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(scene.rules);
    element.shadowRoot?.adoptedStyleSheets.push(sheet);
  }
  await element.updateComplete;
  await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));

  interface Source {
    clearSelection(): void;
    select(request: object): Promise<unknown>;
  }
  interface Shown extends HTMLElement {
    ready: Promise<void>;
    updateComplete: Promise<boolean>;
  }
}

/** Where the named parts lie on the stage; all of it where there is none of them. Runs in the page. */
function boxes(names: readonly string[]): Record<string, Box> {
  const stage = document.querySelector('#stage');
  const origin = stage?.getBoundingClientRect();
  const root = stage?.firstElementChild?.shadowRoot;
  if (!origin || !root) throw new Error('nothing on the stage');
  const found = names.flatMap((name) => {
    const box = root.querySelector(`[part~=${name}]`)?.getBoundingClientRect();
    if (!box || box.width < 1 || box.height < 1) return [];
    const { width, height } = box;
    return [[name, { x: box.x - origin.x, y: box.y - origin.y, width, height }] as const];
  });
  const whole = { x: 0, y: 0, width: origin.width, height: origin.height };
  const pictured = found.some(([name]) => name === 'plot' || name === 'table' || name === 'state');
  return Object.fromEntries(pictured ? found : [['whole', whole] as const, ...found]);
}
