import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import { computed, expect, openPage, scenarioName, test } from './app.ts';

test('opens again without a network', async ({ page, context }) => {
  await openPage(page, 'overview');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await context.setOffline(true);
  await page.reload();
  await computed(page);
  // A page that was never visited is there too.
  await page.locator('nav a[href$="#/cost"]').click();
  await computed(page);
});

test.describe('a new build', () => {
  test.use({ baseURL: '' }); // this test brings a server of its own

  test('is offered, waits for the user, and keeps the last edit', async ({ page }) => {
    const outDir = await mkdtemp(join(tmpdir(), 'effectif-'));
    await cp('dist', outDir, { recursive: true });
    const server = await preview({
      configFile: false,
      logLevel: 'silent',
      build: { outDir },
      preview: { host: '127.0.0.1', port: 0 },
    });
    try {
      await page.goto(server.resolvedUrls?.local[0] ?? '');
      await computed(page);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
      const offer = page.getByRole('button', { name: 'New version' });
      await expect(offer).toBeHidden();

      const replace = async (file: string, from: string | RegExp, to: string): Promise<void> =>
        writeFile(join(outDir, file), (await readFile(join(outDir, file), 'utf8')).replace(from, to));
      await replace('offline.js', /digest:`[0-9a-f]+`|"digest":"[0-9a-f]+"/, '"digest":"next"');
      await replace('index.html', 'lang="en"', 'lang="en" data-build="next"');
      await page.reload();
      await computed(page);
      await expect(page.locator('html[data-build]')).toHaveCount(0); // still the build that was open

      await scenarioName(page).fill('Edited just before');
      await offer.click();
      await expect(page.locator('html[data-build]')).toHaveCount(1);
      await expect(scenarioName(page)).toHaveValue('Edited just before');
    } finally {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    }
  });
});
