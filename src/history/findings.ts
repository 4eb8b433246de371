/** What was noticed, counted by kind and channel, with the first few places of each. */
import { formatStart } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import type { Finding, FindingKind, Place } from './report.ts';

const MOST_EXAMPLES = 5;
/** Closed hours are a picture of the week, worth seeing whole. */
const MOST_CLOSED_SPANS = 400;

export class Findings {
  private readonly byKey = new Map<
    string,
    { finding: Omit<Finding, 'count' | 'examples'>; count: number; examples: Place[] }
  >();

  /** `channel` undefined: the file as a whole. `place` is asked for only while examples are wanted. */
  note(kind: FindingKind, channel: string | undefined, place: (() => Place) | null, count = 1): void {
    const key = `${kind} ${channel ?? ''}`;
    let entry = this.byKey.get(key);
    if (entry === undefined) {
      entry = { finding: channel === undefined ? { kind } : { kind, channel }, count: 0, examples: [] };
      this.byKey.set(key, entry);
    }
    entry.count += count;
    const most = kind === 'closedHours' ? MOST_CLOSED_SPANS : MOST_EXAMPLES;
    if (place !== null && entry.examples.length < most) entry.examples.push(place());
  }

  any(...kinds: readonly FindingKind[]): boolean {
    return [...this.byKey.values()].some(({ finding }) => kinds.includes(finding.kind));
  }

  list(): Finding[] {
    return [...this.byKey.values()].map(({ finding, count, examples }) => ({ ...finding, count, examples }));
  }
}

/** @example startText(0) // '1970-01-01T00:00' */
export function startText(minute: number): string {
  const day = Math.floor(minute / MINUTES_PER_DAY);
  return formatStart(day, minute - day * MINUTES_PER_DAY);
}

/** @example timeText(1440) // '24:00' */
export function timeText(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
