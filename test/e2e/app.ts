/** What every browser test shares: the pages, a way to open one, and a watch over what must never happen. */
import { test as base, expect, type Locator, type Page } from '@playwright/test';

export const PAGES = ['overview', 'demand', 'channels', 'staffing', 'simulation', 'cost', 'compare'] as const;
export type PageId = (typeof PAGES)[number];

/**
 * Every test fails on an uncaught error, an error on the console (a broken content policy reports itself
 * there), and a request to another host.
 */
export const test = base.extend<{ watch: undefined }>({
  watch: [
    async ({ page, baseURL }, use) => {
      const wrong: string[] = [];
      page.on('pageerror', (error) => wrong.push(`uncaught: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') wrong.push(`console: ${message.text()}`);
      });
      page.context().on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (/^(http|ws)/.test(protocol) && baseURL && origin !== new URL(baseURL).origin)
          wrong.push(`request to ${origin}`);
      });
      await use(undefined);
      expect(wrong).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** Opens a page by its address and waits until its figures belong to the scenario on screen. */
export async function openPage(page: Page, id: PageId): Promise<void> {
  await page.goto(`./#/${id}`);
  await computed(page);
}

export async function computed(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** What a reader can see, tables and chart labels included. */
export function visibleText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const charts = [...document.querySelectorAll('svg text')].map((label) => label.textContent);
    const names = [...document.querySelectorAll('[aria-label], [title], [aria-valuetext]')].flatMap(
      (element) => ['aria-label', 'title', 'aria-valuetext'].map((name) => element.getAttribute(name) ?? ''),
    );
    return [document.title, document.body.innerText, ...charts, ...names].join('\n');
  });
}

/** Texts that betray a broken number, and percentages outside 0–100 (differences, which carry a sign, aside). */
export function brokenNumbers(text: string): string[] {
  const marks =
    text.match(/.{0,30}(?:\bNaN\b|\bInfinity\b|\bundefined\b|\bnull\b|\[object |\d\.\d{7,}).{0,30}/g) ?? [];
  const shares = [
    ...text.matchAll(/(?<![\d.,])([+−-]?\s?)(\d[\d., \u00a0\u202f]*)[ \u00a0\u202f]?%/g),
  ].filter(
    ([, sign, digits]) =>
      !sign?.trim() &&
      !(
        Number(
          digits
            ?.trim()
            .replace(',', '.')
            .replace(/[ \u00a0\u202f]/g, ''),
        ) <= 100
      ),
  );
  return [...marks, ...shares.map(([whole]) => whole)];
}

/** A command of the File menu. */
export async function fileMenu(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Hands a scenario file to the Open command. */
export async function openFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await fileMenu(page, /^Open a file/);
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
}

/** The field that holds the scenario's name; a sign of which document is open. */
export const scenarioName = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Name of the scenario' });
