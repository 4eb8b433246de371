/** What edits leave behind: an import is one undo step, a refused figure changes nothing. */
import { expect, test } from './app.ts';

test('an import is undone in one step', async ({ page }) => {
  await page.goto('./#/demand');
  await page.locator('input[type=file][accept*=csv]').setInputFiles('test/fixtures/nypd_911_daily.csv');
  await page.getByRole('button', { name: 'Read all rows' }).click();
  await page.getByRole('button', { name: 'Forecast this channel' }).click();
  await page.getByRole('button', { name: 'Use this forecast' }).click({ timeout: 60_000 });
  const applied = page.locator('.applied');
  await expect(applied).toContainText('is now the demand of Phone');
  await expect(page.getByText(/^Forecast \(.+\) from nypd_911_daily\.csv/)).toBeVisible();
  await applied.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/from nypd_911_daily\.csv/)).toHaveCount(0);
});

test('a target that cannot be is named beside its field and changes nothing', async ({ page }) => {
  await page.goto('./#/channels/phone');
  const share = page.getByRole('textbox', { name: 'Share' });
  const before = await share.inputValue();
  await share.fill('100');
  await expect(page.getByRole('alert')).toContainText('At most');
  await page.reload();
  await expect(share).toHaveValue(before);
});
