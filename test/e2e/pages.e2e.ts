/** Every page, in both languages and themes: computed at once, readable, and free of broken numbers. */
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import {
  brokenNumbers,
  computed,
  expect,
  openFile,
  openPage,
  PAGES,
  scenarioName,
  test,
  visibleText,
} from './app.ts';

for (const [locale, colorScheme] of [
  ['en-GB', 'light'],
  ['fr-FR', 'dark'],
] as const) {
  test.describe(`${locale} ${colorScheme}`, () => {
    test.use({ locale, colorScheme });
    for (const id of PAGES) {
      test(`${id} is accessible and shows sound numbers`, async ({ page }) => {
        await openPage(page, id);
        await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
        expect(brokenNumbers(await visibleText(page))).toEqual([]);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([]);
      });
    }
  });
}

test('a narrow page of a failing plan does not scroll sideways', async ({ page }) => {
  await openPage(page, 'overview');
  await openFile(page, 'bank.json', readFileSync('scenarios/bank-phone.json'));
  await expect(scenarioName(page)).toHaveValue(/bank/);
  await page.setViewportSize({ width: 390, height: 844 });
  await computed(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
