/** A million rows from text to series, in the three forms that planners have. */
import { HistoryReader } from '../../src/history/history-reader.ts';
import { inspect } from '../../src/history/sniff.ts';
import type { Figure } from './figure.ts';

const ROWS = 1_000_000;
/** As the worker reads a file. */
const PIECE = 2_000_000;
const two = (n: number) => String(n).padStart(2, '0');

/** Stamp number `i`, `step` seconds apart, in years of twelve months of 28 days: cheap to write, every one exists. */
function stamp(i: number, step: number): { date: string; time: string } {
  const seconds = i * step;
  const day = Math.floor(seconds / 86_400);
  const minute = Math.floor(seconds / 60) % 1440;
  const date = `${2005 + Math.floor(day / 336)}-${two((Math.floor(day / 28) % 12) + 1)}-${two((day % 28) + 1)}`;
  return { date, time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}` };
}

const files: readonly { name: string; header: string; row: (i: number) => string }[] = [
  {
    name: 'one channel, every 5 minutes',
    header: 'start,calls',
    row: (i) => {
      const { date, time } = stamp(i, 300);
      return `${date}T${time},${i % 97}`;
    },
  },
  {
    name: 'one row per contact, five queues, handle times',
    header: 'arrival,queue,customer,service_s',
    row: (i) => {
      const { date, time } = stamp(i, 31);
      return `${date}T${time}:${two((i * 31) % 60)},Q${i % 5},C${i % 7919},${i % 600}`;
    },
  },
  {
    name: 'ten queues, all cells in quotation marks, French',
    header: 'Date;Heure;File;Appels;DMT',
    row: (i) => {
      const { date, time } = stamp(Math.floor(i / 10), 900);
      const [year, month, day] = date.split('-');
      return `"${day}/${month}/${year}";"${time.replace(':', 'h')}";"Q${i % 10}";"${i % 50},0";"${200 + (i % 100)},5"`;
    },
  },
];

export function historyFigures(): Figure[] {
  return files.flatMap(({ name, header, row }) => {
    const rows = Array.from({ length: ROWS }, (_, i) => row(i));
    const text = Buffer.from(`${header}\n${rows.join('\n')}\n`).toString('latin1');
    const began = performance.now();
    const inspection = inspect(text, { timeZone: 'Europe/Paris', intervalMinutes: 30 });
    if (!inspection.ok) throw new Error(JSON.stringify(inspection.issues));
    const looked = performance.now();
    const before = process.cpuUsage();
    const reader = new HistoryReader(inspection.guess.mapping);
    for (let at = 0; at < text.length; at += PIECE) reader.push(text.slice(at, at + PIECE));
    const result = reader.end();
    const done = performance.now();
    const { user, system } = process.cpuUsage(before);
    if (!result.ok || result.report.counted !== ROWS) throw new Error(`${name}: not all rows were counted`);
    return [
      {
        name: `million rows: ${name}`,
        value: (done - looked) / 1000,
        unit: 's',
        aim: { atMost: 4 },
        note: `${Math.round(text.length / 1e6)} MB, processor ${((user + system) / 1e6).toFixed(1)} s, first look ${Math.round(looked - began)} ms`,
      },
    ];
  });
}
