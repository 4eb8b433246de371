/** Nothing is lost: undo and redo, reload, save and open, and files that are refused. */
import { readFile } from 'node:fs/promises';
import { computed, expect, fileMenu, openFile, openPage, scenarioName, test } from './app.ts';

test('undo and redo an applied action, by button and by keyboard', async ({ page }) => {
  await openPage(page, 'overview');
  const verdict = page.getByRole('region', { name: 'Where the plan stands' });
  const before = await verdict.innerText();
  const undo = page.getByRole('button', { name: 'Undo' });
  const redo = page.getByRole('button', { name: 'Redo' });
  await expect(undo).toBeDisabled();

  await page
    .getByRole('button', { name: /^Apply: / })
    .first()
    .click();
  await computed(page);
  await expect(verdict).not.toHaveText(before);
  const after = await verdict.innerText();

  await undo.click();
  await computed(page);
  expect(await verdict.innerText()).toBe(before);
  await expect(undo).toBeDisabled();
  await redo.click();
  await computed(page);
  expect(await verdict.innerText()).toBe(after);

  await page.keyboard.press('Control+z');
  await expect(undo).toBeDisabled();
  await page.keyboard.press('Control+y');
  await expect(redo).toBeDisabled();
});

test('a reload brings back the edited scenario', async ({ page }) => {
  await openPage(page, 'overview');
  await scenarioName(page).fill('Peak week, second draft');
  await expect(page.getByRole('status').filter({ hasText: /^saved$/ })).toBeVisible();
  await page.reload();
  await computed(page);
  await expect(scenarioName(page)).toHaveValue('Peak week, second draft');
});

test('a reload keeps what the first edit is compared with', async ({ page }) => {
  await openPage(page, 'overview');
  const verdict = page.getByRole('region', { name: 'Where the plan stands' });
  await page
    .getByRole('button', { name: /^Apply: / })
    .first()
    .click();
  await computed(page);
  await expect(verdict).toContainText('+');
  await expect(page.getByRole('status').filter({ hasText: /^saved$/ })).toBeVisible();
  const changed = await verdict.innerText();
  await page.reload();
  await computed(page);
  await expect.poll(() => verdict.innerText()).toBe(changed);
});

test('a saved file opens again as the same scenario', async ({ page }) => {
  await openPage(page, 'channels');
  await scenarioName(page).fill('Kept on disk');
  const download = page.waitForEvent('download');
  await fileMenu(page, 'Save as a file');
  const file = await download;
  expect(file.suggestedFilename()).toBe('Kept-on-disk.json');
  const content = await readFile(await file.path());

  await scenarioName(page).fill('Something else');
  const patience = page.getByLabel('after, on average').first();
  await patience.fill('soon');
  await openFile(page, 'kept.json', content);
  await expect(scenarioName(page)).toHaveValue('Kept on disk');
  await computed(page);
  // what was refused in a field goes with its document
  await expect(patience).not.toHaveValue('soon');
});

test('a file that cannot be opened is explained and changes nothing', async ({ page }) => {
  await openPage(page, 'overview');
  const name = await scenarioName(page).inputValue();
  const verdict = await page.getByRole('region', { name: 'Where the plan stands' }).innerText();
  const good = await readFile('scenarios/small-team.json', 'utf8');
  const newer = JSON.stringify({ ...JSON.parse(good), version: 999 });
  const bad: readonly [string, string | Buffer, RegExp][] = [
    ['empty.json', '', /empty\.json could not be opened/],
    ['truncated.json', good.slice(0, good.length / 2), /truncated\.json could not be opened/],
    ['binary.json', Buffer.from([0, 255, 1, 254, 2, 253]), /binary\.json could not be opened/],
    ['newer.json', newer, /newer release/],
    ['proto.json', good.replace('{', '{ "__proto__": { "polluted": true },'), /__proto__/],
    ['other.json', '{"hello": "world"}', /things? (is|are) wrong/],
  ];
  for (const [file, content, message] of bad) {
    await openFile(page, file, content);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(message);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  }
  await expect(scenarioName(page)).toHaveValue(name);
  expect(await page.getByRole('region', { name: 'Where the plan stands' }).innerText()).toBe(verdict);
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);

  // a table goes on to the import
  const rows = Array.from(
    { length: 28 },
    (_, day) => `2026-09-${String(day + 1).padStart(2, '0')},${100 + day}`,
  );
  await openFile(page, 'calls.csv', ['date,calls', ...rows].join('\n'));
  await page.getByRole('button', { name: 'Import it as history' }).click();
  await expect(page.getByRole('heading', { name: /calls\.csv/ })).toBeVisible();
  await expect(page).toHaveURL(/#\/demand$/);
});

test('every worked example opens', async ({ page }) => {
  test.slow();
  await openPage(page, 'overview');
  const menu = page.getByRole('button', { name: 'File', exact: true });
  await menu.click();
  const examples = page.getByRole('menuitem').filter({ hasNotText: /file|New scenario/ });
  await expect(examples).toHaveCount(5);
  const names = await examples.allInnerTexts();
  await page.keyboard.press('Escape');
  for (const name of names) {
    await fileMenu(page, name);
    await expect(scenarioName(page)).toHaveValue(name);
    await computed(page);
    await expect(page.getByRole('main')).toContainText(/\d/);
  }
});
