import { test as unwatched } from '@playwright/test';
import { computed, expect, openPage, PAGES, test } from './app.ts';

test('the worked example is on screen, computed, before anyone clicks', async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveTitle(/Effectif/);
  await computed(page);
  const verdict = page.locator('section[aria-busy]').first();
  await expect(verdict).toContainText(/\d+\s?%/);
  await expect(page.locator('main')).toContainText(/\d/);
});

test('each page has its own address, and back and forward work', async ({ page }) => {
  await openPage(page, 'overview');
  const questions: string[] = [];
  for (const id of PAGES) {
    // Once a page is open, its link leads to the part of it that is shown: the address goes on.
    const link = page.locator(`nav a[href*="#/${id}"]`);
    await link.click();
    await expect(page).toHaveURL(new RegExp(`#/${id}`));
    await expect(link).toHaveAttribute('aria-current', 'page');
    await computed(page);
    questions.push(await page.getByRole('heading', { level: 1 }).innerText());
  }
  expect(new Set(questions).size).toBe(PAGES.length);
  for (const id of PAGES.toReversed().slice(1)) {
    await page.goBack();
    await expect(page).toHaveURL(new RegExp(`#/${id}`));
  }
  await page.goForward();
  await expect(page).toHaveURL(new RegExp(`#/${PAGES[1]}`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(questions[1] ?? '');
});

test('an address that does not exist leads back', async ({ page }) => {
  await page.goto('./#/nowhere');
  await page.getByRole('main').getByRole('link').click();
  await expect(page).toHaveURL(/#\/overview/);
});

// Unwatched: the browser reports the lost file on its console, as it should.
unwatched.describe('a host that loses a file', () => {
  unwatched.use({ serviceWorkers: 'block' }); // it would have kept the file
  unwatched('a page that cannot be fetched says so, and the rest goes on', async ({ page }) => {
    await openPage(page, 'overview');
    const chunk = /cost-page-[\w-]+\.js$/;
    await page.route(chunk, (route) => route.abort());
    await page.locator('nav a[href$="#/cost"]').click();
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toContainText('did not arrive');
    await page.locator('nav a[href$="#/channels"]').click();
    await computed(page);
    await page.locator('nav a[href$="#/cost"]').click();
    await page.unroute(chunk);
    await alert.getByRole('button').click();
    await computed(page);
    await expect(alert).toHaveCount(0);
  });
});
