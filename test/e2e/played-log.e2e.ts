/** Real contacts against the plan, on the simulation page. */
import { computed, expect, test } from './app.ts';

/** A call every half minute on the morning of the first day planned, and one on no channel. */
const calls = Array.from({ length: 300 }, (_, k) => {
  const clock = [9 + Math.floor(k / 120), Math.floor(k / 2) % 60, 30 * (k % 2) + 7];
  return `2026-11-23 ${clock.map((part) => String(part).padStart(2, '0')).join(':')},Phone`;
});
const log = ['started,queue', ...calls, '2026-11-23 10:00:00,Fax'].join('\n');

test('a log of calls is played against the plan', async ({ page }) => {
  await page.goto('./#/simulation');
  await computed(page);
  const panel = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: /^Real contacts/ }) });
  await panel
    .locator('input[type=file]')
    .setInputFiles({ name: 'calls.csv', mimeType: 'text/csv', buffer: Buffer.from(log) });
  await expect(panel.getByRole('row', { name: /^Phone 300 / })).toBeVisible();
  await expect(panel).toContainText('With the contacts of calls.csv');
  await expect(panel).toContainText('no channel is called so: Fax (1, first in row 302)');
  await expect(panel).toContainText('The log has none of chat');
  // Read without its channel the log is nobody's, until somebody says whose it is.
  await panel.getByText(/^Read as: date and time “started”, channel “queue”/).click();
  await panel.getByRole('combobox', { name: 'Column queue' }).selectOption('not used');
  await panel.getByRole('button', { name: 'Read and play it so' }).click();
  await expect(panel).toContainText('None of the contacts of calls.csv can be played.');
  await panel.getByRole('combobox', { name: 'Whose contacts they are' }).selectOption('Phone');
  await expect(panel.getByRole('row', { name: /^Phone 301 / })).toBeVisible();
});
