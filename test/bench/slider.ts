/** From moving a slider to its new analytic figures on screen, in a real browser on the production build. */
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { type Figure } from './figure.ts';

const MOVES = 60;

export async function sliderFigures(): Promise<Figure[]> {
  const executablePath = process.env['CHROME_PATH'];
  if (!executablePath) throw new Error('no Chromium: set CHROME_PATH');
  const server = await preview({ logLevel: 'silent', preview: { port: 0 } });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
    });
    const figures: Figure[] = [];
    for (const id of ['demand', 'channels', 'staffing', 'cost']) {
      await page.goto(`${server.resolvedUrls?.local[0]}#/${id}`);
      await page.locator('h1').waitFor();
      await page.waitForTimeout(3000); // whatever the first view still refines in the background
      if ((await page.locator('main input[type=range]').count()) === 0) continue;
      const sorted = (await moveSlider(page)).toSorted((a, b) => a - b);
      const quantile = (q: number): number => sorted[Math.floor(q * (sorted.length - 1))] ?? Number.NaN;
      figures.push(
        {
          name: `${id}: slider to figures, median`,
          value: quantile(0.5),
          unit: 'ms',
          note: `${sorted.length} moves`,
        },
        {
          name: `${id}: slider to figures, 95th percentile`,
          value: quantile(0.95),
          unit: 'ms',
          aim: { atMost: 50 },
        },
      );
    }
    return figures;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Moves the first slider of the page step by step and waits each time until the figures are those of the move. */
function moveSlider(page: Page): Promise<number[]> {
  return page.evaluate(async (moves) => {
    const slider = document.querySelector<HTMLInputElement>('main input[type=range]');
    const verdict = document.querySelector('section[aria-busy]');
    if (!slider || !verdict) return [];
    const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
    const times: number[] = [];
    for (let move = 0; move < moves; move++) {
      const before = slider.value;
      const start = performance.now();
      if (move % 8 < 4)
        slider.stepUp(); // by method: React hears of it only through the event
      else slider.stepDown();
      if (slider.value === before) continue;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await Promise.resolve();
      do await frame();
      while (verdict.getAttribute('aria-busy') === 'true' && performance.now() - start < 5000);
      times.push(performance.now() - start);
      await new Promise((done) => setTimeout(done, 30));
    }
    return times;
  }, MOVES);
}
