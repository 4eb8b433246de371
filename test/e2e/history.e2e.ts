/** From a history with a wild day in it to a forecast without: found, decided, used, undone. */
import { computed, expect, openPage, test } from './app.ts';

test('a history stays, is cleaned by hand, and its forecast is used on request', async ({ page }) => {
  await openPage(page, 'demand');
  const main = page.getByRole('main');
  const rows = Array.from({ length: 70 }, (_, day) => {
    const date = new Date(Date.UTC(2026, 5, 1 + day)).toISOString().slice(0, 10);
    return `${date},${day === 65 ? 5000 : 900 + 100 * (day % 7) + ((day * 37) % 50)},${280 + Math.floor(day / 2)}`;
  });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (
    await chooser
  ).setFiles({
    name: 'calls.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['date,calls,aht', ...rows].join('\n')),
  });
  await page.getByRole('button', { name: 'Read all rows' }).click();
  await page.getByRole('button', { name: /^Forecast this channel/ }).click();
  await page.getByRole('button', { name: 'Use this forecast' }).click();
  await expect(page.getByRole('slider', { name: /^History and forecast/ })).toBeVisible();

  const clean = page.getByRole('button', { name: /^Clean the history/ });
  await expect(clean).toContainText('1 finding to decide');
  await clean.click();
  await page.getByRole('combobox', { name: /Decide: .*5,000 contacts/ }).selectOption('accepted');
  const use = page.getByRole('button', { name: 'Use the new forecast' });
  await use.click();
  await expect(use).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(use).toBeVisible();

  // it is still there on the next visit
  await computed(page);
  await expect(page.getByText('saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('slider', { name: /^History and forecast/ })).toBeVisible();
  await expect(main).toContainText('nothing to decide');

  // its handle times too: the channel takes them in a step of its own
  const ahead = page.getByRole('button', { name: /^Handle time ahead/ });
  await ahead.click();
  const handleTime = main.getByRole('list', { name: /^Handle time by day/ });
  await expect(handleTime.getByRole('listitem')).toHaveCount(7);
  const plan = page.getByRole('button', { name: /^Plan the channel with 3\d\d/ });
  await expect(ahead).toContainText(/the channel has 29\d/);
  await plan.click();
  await expect(ahead).toContainText(/the channel has 3\d\d/);
  await expect(plan).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(plan).toBeVisible();
});

test('a log that tells tenure says how fast newcomers are, and their group takes it', async ({ page }) => {
  await openPage(page, 'demand');
  // twelve calls a day: half by newcomers of 400 s, half by old hands of 250 s
  const rows = Array.from({ length: 30 * 12 }, (_, i) => {
    const start = new Date(
      Date.UTC(2026, 5, 1 + Math.floor(i / 12), 9 + Math.floor((i % 12) / 2), 5 + (i % 40)),
    );
    const [seconds, months] = i % 2 === 0 ? [400, 0.5] : [250, 24];
    return `${start.toISOString().slice(0, 16)}:00,Phone,${seconds + (i % 7)},5,${months}`;
  });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (
    await chooser
  ).setFiles({
    name: 'log.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['start time,queue,talk time,wait,agent tenure (months)', ...rows].join('\n')),
  });
  await page.getByRole('button', { name: 'Read all rows' }).click();
  await page.getByRole('button', { name: /^Forecast this channel/ }).click();
  await page.getByRole('button', { name: 'Use this forecast' }).click();

  const section = page.getByRole('button', { name: /^Handle time by tenure/ });
  await expect(section).toContainText(/first month 40\d\ss, after a year 25\d\ss/);
  await section.click();
  const bands = page.getByRole('list', { name: /^Handle time ahead by tenure/ });
  await expect(bands.getByRole('listitem')).toHaveCount(2);
  // a team of newcomers only
  await page.getByLabel('after a year').fill('0');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Plan the channel with 40\d\ss/ })).toBeEnabled();
  // 328 s of all over 402 s
  const give = page.getByRole('button', { name: /^Give .* a pace of 82\s?%/ });
  await give.click();
  await expect(give).toBeDisabled();
  await expect(page.getByText(/works at 82\s?%/)).toBeVisible();
});
