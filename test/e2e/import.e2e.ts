/** Files that cannot be used, a very long one, and formulas: the page explains, and keeps what it had. */
import type { Page } from '@playwright/test';
import { computed, expect, openPage, test } from './app.ts';

type Named = { readonly name: string; readonly content: string | Buffer };

async function choose(page: Page, { name, content }: Named): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

test('a file that holds no history is refused in words', async ({ page }) => {
  await openPage(page, 'demand');
  const main = page.getByRole('main');
  // Pictures are drawn in slices after the words, and the table after them.
  await expect(main).toContainText('expected');
  await expect(main.getByRole('table').last()).toContainText('Total');
  await expect(main.locator('svg text', { hasText: 'Sun' })).toHaveCount(2);
  const before = await main.innerText();
  const bad: readonly (Named & { readonly says: RegExp })[] = [
    { name: 'empty.csv', content: '', says: /It is empty/ },
    { name: 'headings.csv', content: 'Date,Calls\n', says: /headings and no rows/ },
    {
      name: 'binary.csv',
      content: Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) & 255)),
      says: /not a text file/,
    },
    {
      name: 'page.csv',
      content: '<!doctype html><html><body>Please sign in</body></html>',
      says: /cannot be used|Only one column/,
    },
  ];
  for (const file of bad) {
    await choose(page, file);
    // The next one is chosen right where this one is refused.
    await expect(main).toContainText(file.says);
  }
  await page.getByRole('button', { name: 'Stop the import' }).click();
  await computed(page);
  await expect.poll(() => main.innerText()).toBe(before);
});

test('wrong cells are told row by row, never guessed', async ({ page }) => {
  await openPage(page, 'demand');
  const days = Array.from({ length: 60 }, (_, i) =>
    new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
  );
  const rows = days.map((day, i) => `${day},${100 + (i % 7) * 10}`);
  rows[10] = '2026-02-31,120';
  rows[20] = `${days[20]},-5`;
  rows[30] = `${days[30]},1e12`;
  await choose(page, { name: 'doubtful.csv', content: ['date,calls', ...rows].join('\n') });
  await page.getByRole('button', { name: 'Read all rows' }).click();
  const main = page.getByRole('main');
  await expect(main).toContainText('57 of 60 rows were counted');
  await main.locator('summary', { hasText: 'Rows not counted' }).click();
  await expect(main).toContainText(/2026-02-31 does not exist/);
  await expect(main).toContainText(/fewer than none/);
  await expect(main).toContainText(/not credible/);
});

test('a million rows are read while the page stays alive, and can be cancelled', async ({ page }) => {
  test.slow();
  await openPage(page, 'demand');
  const start = Date.UTC(2000, 0, 1);
  const rows = Array.from({ length: 1_000_000 }, (_, i) => {
    const stamp = new Date(start + i * 300_000).toISOString();
    return `${stamp.slice(0, 10)},${stamp.slice(11, 16)},${20 + (i % 37)}`;
  });
  await choose(page, { name: 'long.csv', content: ['date,time,calls', ...rows].join('\n') });
  const read = page.getByRole('button', { name: 'Read all rows' });
  await read.click();
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await expect(cancel).toBeVisible();
  await cancel.click();
  await read.click(); // back where it was; and now to the end
  await expect(page.getByRole('main')).toContainText('All 1,000,000 rows were counted', { timeout: 60_000 });
});

test('a formula changes the demand, and one that never ends is stopped', async ({ page }) => {
  await page.goto('./#/demand/phone');
  await computed(page);
  const main = page.getByRole('main');
  await page.getByRole('button', { name: /^Adjust by hand/ }).click();
  await page.getByRole('combobox', { name: 'Change' }).selectOption('formula');
  const use = page.getByRole('button', { name: 'Add this adjustment' });
  const formula = page.getByRole('textbox', { name: /^Formula for/ });
  await formula.fill('f(x) = f(x + 1) + 1; f(1)');
  await use.click();
  await expect(main.getByRole('alert')).toContainText('does not come to an end');
  await formula.fill('constructor("alert(1)")()');
  await use.click();
  await expect(main.getByRole('alert')).toContainText(/neither a variable|cannot be/);
  await formula.fill('volume * 2');
  await use.click();
  await computed(page);
  await expect(main).toContainText(/[\d,]+ contacts become [\d,]+/);
});

test('200 queues of one file are decided page by page', async ({ page }) => {
  await openPage(page, 'demand');
  const queues = Array.from({ length: 200 }, (_, q) => `Queue ${q + 1}`);
  const rows = Array.from({ length: 28 }, (_, i) => {
    const day = new Date(Date.UTC(2026, 0, 5 + i)).toISOString().slice(0, 10);
    return [day, ...queues.map((_, q) => 20 + ((i + q) % 7))].join(',');
  });
  await choose(page, { name: 'queues.csv', content: [['date', ...queues].join(','), ...rows].join('\n') });
  const columns = page.getByRole('navigation', { name: 'Pages of columns' });
  await expect(columns.getByRole('status')).toHaveText('1 to 20 of 201');
  await page.getByRole('button', { name: 'Read all rows' }).click();
  const series = page.getByRole('navigation', { name: 'Pages of series' });
  await expect(page.getByRole('combobox', { name: /^Channel fed by/ })).toHaveCount(20);
  await series.getByRole('button', { name: 'Next' }).click();
  await expect(series.getByRole('status')).toHaveText('21 to 40 of 200');
  const fed = page.getByRole('combobox', { name: 'Channel fed by Queue 30', exact: true });
  await fed.selectOption({ label: 'Chat' });
  await expect(fed).toHaveValue('chat');
  await expect(series.getByRole('status')).toHaveText('21 to 40 of 200');
});
