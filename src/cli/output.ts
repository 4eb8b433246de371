/** Tables for people, JSON for programs. */
import type { Text } from '../scenario/schema.ts';
import type { Estimate } from '../simulation/summary.ts';

/** Columns wide enough for their cells; the first flush left, figures flush right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      widths
        .map((width, column) => {
          const cell = line[column] ?? '';
          return column === 0 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** What a file names cannot steer a terminal: control characters, but for line ends and tabs, show as U+FFFD. */
export function harmless(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, '\uFFFD');
}

/** Typed arrays become lists; a number without a limit (an unending queue) becomes null. */
export function json(value: unknown): string {
  const plain = (_key: string, item: unknown) =>
    item instanceof Float64Array || item instanceof Uint8Array || item instanceof Int32Array
      ? Array.from(item)
      : item;
  return `${JSON.stringify(value, plain)}\n`;
}

export const NOTHING = '–';

export function count(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

/** `1 agent blocks`, `30 agents block`. */
export function agentsWho(agents: number, does: string, theyDo: string): string {
  return agents === 1 ? `1 agent ${does}` : `${agents} agents ${theyDo}`;
}

export function decimal(value: number, digits: number = 1): string {
  return Number.isFinite(value) ? value.toFixed(digits) : '∞';
}

export function percent(share: number | null, digits = 1): string {
  return share === null ? NOTHING : `${(100 * share).toFixed(digits)} %`;
}

/** Seconds, minutes or hours, whichever is read most easily. */
export function duration(seconds: number | null): string {
  if (seconds === null) return NOTHING;
  if (!Number.isFinite(seconds)) return '∞';
  if (seconds < 120) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  return seconds < 7200 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** An estimate with the half width of its interval. */
export function estimated(estimate: Estimate | null, format: (value: number) => string): string {
  if (estimate === null) return NOTHING;
  return `${format(estimate.value)} ± ${format((estimate.high - estimate.low) / 2)}`;
}

/** The same for a share: `78.9 ± 0.5 %`. */
export function estimatedShare(estimate: Estimate | null): string {
  if (estimate === null) return NOTHING;
  return `${(100 * estimate.value).toFixed(1)} ± ${percent((estimate.high - estimate.low) / 2)}`;
}

/** Bundled texts carry both languages; the command line speaks English. */
export function english(text: Text): string {
  return typeof text === 'string' ? text : text.en;
}
