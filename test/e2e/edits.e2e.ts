/** What edits leave behind: an import is one undo step, a refused figure changes nothing. */
import { computed, expect, test } from './app.ts';

test('an import is undone in one step', async ({ page }) => {
  await page.goto('./#/demand');
  await page.locator('input[type=file][accept*=csv]').setInputFiles('test/fixtures/nypd_911_daily.csv');
  await page.getByRole('button', { name: 'Read all rows' }).click();
  await page.getByRole('button', { name: 'Forecast this channel' }).click();
  await page.getByRole('button', { name: 'Use this forecast' }).click({ timeout: 60_000 });
  const applied = page.locator('.undo-note');
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

test('who comes back is set by keyboard, said beside the models, and undone', async ({ page }) => {
  await page.goto('./#/channels/phone');
  await page.getByText('When customers do not get through').press('Enter');
  await page.getByRole('checkbox', { name: 'Some try again' }).press('Space');
  await expect(page.getByRole('textbox', { name: 'Of those who gave up' })).toHaveValue('50');
  const note = page.getByText(/What is expected leaves out customers who come back.*\(phone\)/);
  await expect(note).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(note).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: 'Some try again' })).not.toBeChecked();
});

test('cells pasted into the grid stay in it', async ({ page }) => {
  await page.goto('./#/demand/phone');
  await page.getByRole('button', { name: /^Adjust by hand/ }).click();
  const grid = page.getByRole('grid');
  const cells = grid.getByRole('cell').or(grid.getByRole('gridcell'));
  await cells.first().click();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '4321\t4322\n4323\t4324');
    const paste = { clipboardData, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', paste));
  });
  await expect(grid).toContainText(/4,321\s*4,322[^]*4,323\s*4,324/);
  await expect(page.getByText('cannot be used')).toHaveCount(0);
});

test('a shift that is edited changes the plan, and undo brings it back', async ({ page }) => {
  await page.goto('./#/channels/phone');
  const strip = page.getByRole('region', { name: 'Where the plan stands' });
  await computed(page);
  const before = await strip.innerText();
  await page.getByText('Shifts of Voice and e-mail (4)').press('Enter');
  const end = page.getByRole('textbox', { name: 'End, shift 1' });
  const lunch = page.getByRole('textbox', { name: 'Break 2, shift 1' });
  await end.fill('12:30');
  await expect(page.getByRole('alert')).toContainText('12:00–12:45');
  await expect.poll(() => strip.innerText()).toBe(before);
  await end.fill('19:30');
  await expect(strip).toContainText(/FTE\s*171\.5\s*\+4\.1/);
  await lunch.fill('12:00–14:00');
  await expect(strip).toContainText(/FTE\s*170\.2\s*\+2\.8/);
  await lunch.press('Tab');
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.click();
  await expect(lunch).toHaveValue('12:00–12:45');
  await expect(strip).toContainText(/FTE\s*171\.5/);
  await undo.click();
  await expect(end).toHaveValue('15:30');
  await expect.poll(() => strip.innerText()).toBe(before);
});
