/** The main gesture of the staffing page, and the closer looks under it. */
import { computed, expect, test } from './app.ts';

test('a step follows keyboard and mouse, and the service level follows the step', async ({ page }) => {
  await page.goto('./#/staffing/phone/0');
  await computed(page);
  const steps = page.getByRole('slider', { name: /^Agents by interval/ });
  const level = page.getByRole('slider', { name: /^Service level\./ });
  await steps.focus();
  // What days and simulation add to it comes later, or not, by how quick the machine is.
  const read = async (): Promise<string> =>
    /^.*? expected \S+/.exec((await level.getAttribute('aria-valuetext')) ?? '')?.[0] ?? '';
  const before = await read();
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowUp');
  await expect.poll(read).not.toBe(before);
  const after = await read();
  const box = await steps.boundingBox();
  if (!box) throw new Error('the steps are not on screen');
  const x = box.x + box.width * 0.1;
  await page.mouse.move(x, box.y + box.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(x, box.y + box.height * 0.8, { steps: 4 });
  await page.mouse.up();
  await expect.poll(read).not.toBe(after);
  // Keys and mouse were one gesture on one step: one undo takes both back.
  await page.getByRole('button', { name: 'Undo' }).click();
  await steps.focus();
  await expect.poll(read).toBe(before);
});

test('a closer look explains its figures', async ({ page }) => {
  await page.goto('./#/staffing/phone/0');
  await computed(page);
  await page.getByRole('tab', { name: 'Models compared' }).click();
  await expect(page).toHaveURL(/#\/staffing\/phone\/0\/models$/);
  const erlangC = page.getByRole('button', { name: 'Erlang C' });
  await erlangC.focus();
  await page.keyboard.press('Enter');
  const explanation = page.getByRole('dialog', { name: 'Erlang C' });
  await expect(explanation).toContainText('MSOM');
  await page.keyboard.press('Escape');
  await expect(explanation).toBeHidden();
  await expect(erlangC).toBeFocused();
  await page.getByRole('tab', { name: 'Service levels' }).click();
  await expect(page.getByRole('row', { name: /÷|share of moments/ })).toHaveCount(6);
  await page.getByRole('tab', { name: '± agents, demand' }).click();
  await expect(page.getByRole('heading', { name: /One agent more helps most on/ })).toBeVisible();
  await page.getByLabel('Change of one interval').selectOption('10 % longer handling');
  await page.getByRole('radio', { name: 'Abandoned' }).check();
  await expect(
    page.getByRole('heading', { name: /10 % longer handling hurts most on .* more abandon$/ }),
  ).toBeVisible();
});

test('the models of chat give the exact day in figures', async ({ page }) => {
  await page.goto('./#/staffing/chat/4/models');
  const exact = page.getByRole('row', { name: /^Exact day/ });
  await expect(exact.getByRole('cell')).toHaveText(
    [/^\d+$/, /^−\d+$/, /^\d+$/, /^\d+\s%$/, /^\d+:\d\d$/, /^\d+\.\d\s%$/],
    { timeout: 15_000 },
  );
});
