/** `npm run bench [-- part …]`: one table of measured figures, with the machine they were measured on. */
import { cpus, loadavg } from 'node:os';
import { argv, exit, version } from 'node:process';
import { isMainThread } from 'node:worker_threads';
import { serveIfThread } from '../../src/cli/simulation-threads.ts';
import { type Figure } from './figure.ts';

// A part is a file of this folder that exports `…Figures()`; it is loaded only when it is asked for. Functions
// that want arguments (a folder of data, say) have a command of their own.
const parts = import.meta.glob<Record<string, () => Figure[] | Promise<Figure[]>>>([
  './*.ts',
  '!./run.ts',
  '!./figure.ts',
]);
const partName = (path: string): string => path.slice(2, -3);

async function main(): Promise<void> {
  const wanted = argv.slice(2);
  const unknown = wanted.filter((name) => !Object.keys(parts).some((path) => partName(path) === name));
  if (unknown.length > 0) {
    console.error(
      `No such part: ${unknown.join(', ')}. There are: ${Object.keys(parts).map(partName).join(', ')}`,
    );
    exit(2);
  }

  const load = loadavg().map((x) => x.toFixed(1));
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'} × ${cpus().length}, Node ${version}, load ${load.join(' ')}\n`,
  );

  for (const [path, importPart] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(partName(path))) continue;
    console.log(`── ${partName(path)}`);
    for (const [name, figures] of Object.entries(await importPart()))
      if (name.endsWith('Figures') && figures.length === 0)
        for (const figure of await figures()) console.log(row(figure));
  }
}

function row({ name, value, unit, aim, note }: Figure): string {
  const met = !aim || ('atLeast' in aim ? value >= aim.atLeast : value <= aim.atMost);
  const wish = aim ? ('atLeast' in aim ? `≥ ${format(aim.atLeast)}` : `≤ ${format(aim.atMost)}`) : '';
  return [
    met ? ' ' : '!',
    name.padEnd(56),
    format(value).padStart(13),
    unit.padEnd(14),
    wish.padEnd(14),
    note ?? '',
  ].join(' ');
}
const format = (value: number): string =>
  value.toLocaleString('en', value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });

if (isMainThread) await main();
else serveIfThread();
