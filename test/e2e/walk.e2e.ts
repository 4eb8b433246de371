/**
 * The main job on real data, as a planner walks it: history, forecast, requirement, simulation,
 * recommendation, simulation again, cost.
 */
import type { Page } from '@playwright/test';
import {
  brokenNumbers,
  computed,
  expect,
  fileMenu,
  openPage,
  scenarioName,
  test,
  visibleText,
} from './app.ts';

const go = async (page: Page, name: string): Promise<void> => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
  await computed(page);
  expect(brokenNumbers(await visibleText(page))).toEqual([]);
};

/** Drops a file on the demand page and goes through its steps; returns the text of the forecast. */
async function bringIn(page: Page, file: string, feeds: string): Promise<string> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles(`test/fixtures/${file}`);
  await page.getByRole('button', { name: 'Read all rows' }).click();
  for (const series of await page.getByRole('combobox', { name: /^Channel fed by/ }).all())
    await series.selectOption({ label: feeds });
  await expect(page.getByRole('main')).toContainText(/All [\d,]+ rows were counted/);
  await page.getByRole('button', { name: /^Forecast th/ }).click();
  const use = page.getByRole('button', { name: /^Use th/ });
  await expect(use).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('main')).toContainText('was chosen');
  const text = await page.getByRole('main').innerText();
  await use.click();
  await computed(page);
  return text;
}

/** Waits for the last replication and returns the page's answer in words. */
async function simulated(page: Page): Promise<string> {
  await go(page, 'Simulation');
  const main = page.getByRole('main');
  const answer = main.locator('p').first();
  await expect(answer).toContainText(/The plan (holds|does not hold)/, { timeout: 90_000 });
  await expect(main.getByRole('status')).toHaveText(/^[\d,]+ replications done\.$/, { timeout: 90_000 });
  return answer.innerText();
}

/** Percent of the weeks in which the promise is kept, `each time` being all of them. */
const keptIn = (answer: string): number =>
  answer.includes('each time') ? 100 : Number(/in (\d+)\s?% of them/.exec(answer)?.[1] ?? Number.NaN);

test('from a 911 centre’s history to a plan that serves it', async ({ page }) => {
  test.slow();
  await openPage(page, 'demand');
  await bringIn(page, 'emergency_911_30min.csv', 'Phone');
  await go(page, 'Staffing');
  await expect(page.getByRole('main')).toContainText(/you need \d+ agents/);

  // The retailer's plan was never made for calls around the clock: the simulation says so.
  const before = await simulated(page);
  expect(before).toMatch(/does not hold.*phone/);
  await go(page, 'Staffing');
  await page.getByRole('button', { name: 'Apply the requirement' }).click();
  await computed(page);
  expect(keptIn(await simulated(page))).toBeGreaterThan(keptIn(before) + 30);

  await go(page, 'Cost');
  await expect(page.getByRole('main')).toContainText(/The plan costs \S+ a week/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await computed(page);
  expect(await simulated(page)).toBe(before);
});

test('from a help desk’s tickets to a plan that the simulation confirms', async ({ page }) => {
  test.slow();
  await openPage(page, 'demand');
  await fileMenu(page, 'What a chatbot really frees');
  await expect(scenarioName(page)).toHaveValue('What a chatbot really frees');
  await computed(page);
  await bringIn(page, 'helpdesk_tickets_60min.csv', 'Phone');
  await go(page, 'Staffing');
  await page.getByRole('button', { name: 'Apply the requirement' }).click();
  await computed(page);
  const answer = await simulated(page);
  expect(answer).toMatch(/The plan holds/);
  await go(page, 'Cost');
  await expect(page.getByRole('main')).toContainText(/The plan costs \S+ a week/);
});
