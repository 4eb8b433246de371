/** Every page, in both languages and themes: computed at once, readable, and free of broken numbers. */
import { AxeBuilder } from '@axe-core/playwright';
import { brokenNumbers, expect, openPage, PAGES, test, visibleText } from './app.ts';

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
