/** What the first visit downloads: the page, and whatever its entry loads without being asked. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Figure } from './figure.ts';

const gzip = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length / 1024;

/** Files reached from `index.html` through script, style and preload tags and then static imports. */
function firstLoad(dist: string): string[] {
  const page = join(dist, 'index.html');
  const found = new Set([page]);
  const follow = (file: string): void => {
    if (found.has(file) || !existsSync(file)) return;
    found.add(file);
    if (extname(file) !== '.js') return;
    for (const [, target] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g))
      follow(resolve(dirname(file), target ?? ''));
  };
  for (const [, target] of readFileSync(page, 'utf8').matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g))
    follow(resolve(dist, target ?? ''));
  return [...found];
}

export function bundleFigures(): Figure[] {
  const dist = resolve('dist');
  const first = firstLoad(dist);
  const total = (files: readonly string[]): number => files.reduce((sum, file) => sum + gzip(file), 0);
  const whole = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const ofKind = (kind: string): string[] => first.filter((file) => extname(file) === kind);
  return [
    { name: 'first load', value: total(first), unit: 'kB gzip', aim: { atMost: 250 } },
    { name: 'first load, scripts', value: total(ofKind('.js')), unit: 'kB gzip', aim: { atMost: 170 } },
    { name: 'first load, styles', value: total(ofKind('.css')), unit: 'kB gzip', aim: { atMost: 15 } },
    { name: 'everything, lazy parts included', value: total(whole), unit: 'kB gzip' },
  ];
}
