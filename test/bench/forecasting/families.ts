/** Channels that belong together, in the files of the bench: of one city, one desk, one bank. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seriesFrom, type Series } from '../../../src/forecast/series.ts';
import { readSource, SOURCES, type Source } from './protocol.ts';

export type Family = { readonly name: string; readonly channels: readonly Series[] };

const sourceNamed = (name: string) => SOURCES.filter((source) => source.name === name);
const columnsOf = (dataDir: string, source: Source): Series[] =>
  source.columns.flatMap((column) => readSource(dataDir, { ...source, columns: [column] }) ?? []);

/** One row per contact, counted by the value of one column; the rarer values together. */
function counted(dataDir: string, file: string, column: string, most: number, minutes: number): Series[] {
  const path = join(dataDir, file);
  if (!existsSync(path)) return [];
  const [head = '', ...rows] = readFileSync(path, 'utf8').trim().split('\n');
  const at = head.split(',').indexOf(column);
  const cells = rows.map((row) => row.split(','));
  const sizes = new Map<string, number>();
  for (const row of cells) sizes.set(row[at] ?? '', (sizes.get(row[at] ?? '') ?? 0) + 1);
  const large = [...sizes].toSorted((a, b) => b[1] - a[1]).slice(0, most);
  const nameOf = (row: readonly string[]) =>
    large.some(([name]) => name === row[at]) ? (row[at] ?? '') : 'other';
  const days = cells.map(([start = '']) => start.slice(0, 10)).toSorted();
  const first = Date.parse(days[0] ?? '') / 86_400_000;
  const last = Date.parse(days.at(-1) ?? '') / 86_400_000;
  const perDay = 1440 / minutes;
  return [...new Set(cells.map(nameOf))].map((name) => {
    const values = Array<number>((last - first + 1) * perDay).fill(0);
    for (const row of cells) {
      if (nameOf(row) !== name) continue;
      const minute = Date.parse(`${(row[0] ?? '').slice(0, 16)}Z`) / 60_000 - first * 1440;
      const slot = Math.floor(minute / minutes);
      values[slot] = (values[slot] ?? 0) + 1;
    }
    const starts = values.map((_, i) =>
      new Date((first * 1440 + i * minutes) * 60_000).toISOString().slice(0, 16),
    );
    const read = seriesFrom({ intervalMinutes: minutes, starts, values });
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    return read.series;
  });
}

export function families(dataDir: string): Family[] {
  const alone = ['bank_us', 'bank_il', 'helpdesk', 'nypd'].flatMap((name) =>
    sourceNamed(name).map((source) => ({ name, channels: columnsOf(dataDir, source) })),
  );
  return [
    { name: '911 by service', channels: sourceNamed('emergency_911').flatMap((s) => columnsOf(dataDir, s)) },
    { name: 'helpdesk by group', channels: counted(dataDir, 'helpdesk_tickets.csv', 'group', 4, 60) },
    { name: 'helpdesk by priority', channels: counted(dataDir, 'helpdesk_tickets.csv', 'priority', 3, 60) },
    { name: 'bank_il by type', channels: counted(dataDir, 'bank_il_calls_1999-02.csv', 'type', 4, 60) },
    ...alone,
  ].filter(({ channels }) => channels.length > 0);
}
