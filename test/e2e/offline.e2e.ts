import { expect, test } from '@playwright/test';

test('opens again without a network', async ({ page, context }) => {
  await page.goto('./');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await context.setOffline(true);
  await page.reload();
  await expect(heading).toBeVisible();
});
