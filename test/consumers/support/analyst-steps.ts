import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type GivenFile, type Hand, SHOPS, type Shop, textOf } from './analyst';
import { printed } from './pdf';

const STATEMENT = 'rfm-dashboard [part~=statement]';

/** One way through the demo. */
export interface Walk {
  shop: Shop;
  width: number;
  language: 'en' | 'zh-CN';
  file(): GivenFile;
  page(): Page;
  hand(): Hand;
  /** How often the browser's print was called. */
  prints(): Promise<number>;
}

/** From a file to a printed report, a test for each step; they follow one another on one page. */
export function stepsOf({ shop, width, language, file, page: pageOf, hand: handOf, prints }: Walk): void {
  const drawn = (): Promise<void> | undefined =>
    pageOf().evaluate(() => document.querySelector('rfm-dashboard')?.drawn());
  const inDashboard = (selector: string) => pageOf().locator(`rfm-dashboard ${selector}`).first();

  it('chooses the language, and the page fits', async () => {
    const page = pageOf();
    await page.setViewportSize({ width, height: width < 600 ? 740 : 1000 });
    const choice = page.locator('#language');
    if ((await choice.inputValue()) !== language) await handOf().choose(choice, language);
    await drawn();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  it('opens the file, and sees what each column was taken for', async () => {
    const page = pageOf();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      handOf().press(page.locator('rfm-import [part=choose]')),
    ]);
    await chooser.setFiles(file());
    await page.locator('rfm-import [part=form]').waitFor({ timeout: 60_000 });
    for (const [part, column] of Object.entries(SHOPS[shop].columns))
      expect(await page.locator(`rfm-import select[name=${part}]`).inputValue(), part).toBe(column);
  });

  it('loads it, with an account of every row', async () => {
    const page = pageOf();
    await handOf().press(page.locator('rfm-import [part=load]'));
    await page
      .locator('rfm-import [part=report] h2', { hasText: shop.slice(0, 6) })
      .waitFor({ timeout: 120_000 });
    await drawn();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  it('reads what stands out, and comes to the picture of it', async () => {
    const page = pageOf();
    const half = page.locator(STATEMENT, { hasText: language === 'en' ? 'half of revenue' : '贡献一半收入' });
    await half.waitFor({ timeout: 120_000 });
    await handOf().press(half);
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('rfm-pareto');
  });

  it('sees how the figure came about', async () => {
    const page = pageOf();
    await handOf().press(inDashboard('rfm-pareto [part~=definition-button]'));
    await inDashboard('rfm-pareto [part=definition]').waitFor();
    await page.keyboard.press('Escape');
    await inDashboard('rfm-pareto [part=definition]').waitFor({ state: 'detached' });
  });

  it('marks the customers of a finding, and saves them as CSV', async () => {
    const page = pageOf();
    await handOf().press(page.locator('rfm-dashboard [part~=statement-mark]').first());
    const chip = page.locator('rfm-customers [part=selection] .many');
    // Where there is no room for it, it is there all the same.
    await chip.waitFor({ state: 'attached', timeout: 60_000 });
    const many = Number(((await chip.textContent()) ?? '').replace(/\D/g, ''));
    const [csv] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      handOf().press(page.locator('rfm-customers [part=export]')),
    ]);
    expect(many).toBeGreaterThan(0);
    // With a head.
    expect((await textOf(csv)).trim().split('\n')).toHaveLength(many + 1);
  });

  it('prints the report', async () => {
    const page = pageOf();
    const before = await prints();
    await handOf().press(page.locator('rfm-dashboard [part=print]'));
    await expect.poll(prints, { timeout: 60_000 }).toBe(before + 1);
    const { pages, texts, wiped } = printed(await page.pdf({ format: 'A4', printBackground: true }));
    expect(pages).toBeGreaterThan(4);
    expect(pages).toBeLessThan(9);
    expect(texts).toBeGreaterThan(500);
    expect(wiped).toBe(false);
  });
}
