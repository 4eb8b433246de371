import { expect, test } from '@playwright/test';

test('the first screen names the app', async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveTitle(/Effectif/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
