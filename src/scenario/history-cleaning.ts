/**
 * Doubtful parts of a history and what the user decided about them.
 *
 * Findings are the engine's proposals plus what the history lacks: gaps in open hours, and hours that
 * never have a row, which are taken as closed. Nothing is decided by itself: an undecided gap stays
 * unknown, undecided closed hours stay closed, an undecided outlier counts.
 */
import { cleaningProposals, type Proposal } from '../forecast/cleaning.ts';
import type { Series } from '../forecast/series.ts';
import { formatStart, weekdayOf } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { parseDayTime } from './civil.ts';
import type { CleaningDecision } from './schema-demand.ts';

export type HistoryFinding = Omit<CleaningDecision, 'accepted'> & {
  /** Contacts recorded and usual in the span, where the engine says. */
  readonly actual: number | null;
  readonly expected: number | null;
};

/** More than anyone decides one by one; the largest gaps are kept. */
const MOST_GAPS = 100;

/** Everything found, oldest first; closed hours at the end. */
export function historyFindings(series: Series): HistoryFinding[] {
  const proposals = cleaningProposals(series).map((proposal) => findingOf(proposal, series));
  const found = [...proposals, ...gaps(series)];
  return [...found.sort((a, b) => (a.start < b.start ? -1 : 1)), ...closedHours(series)];
}

/** A finding and a decision are of the same thing. */
export function decisionKey({ kind, start, end }: Pick<CleaningDecision, 'kind' | 'start' | 'end'>): string {
  return `${kind} ${start} ${end}`;
}

/**
 * Decisions about an earlier history that still hold in this one: those about something found in it too.
 * Hours closed on a weekday are named by the first such day, wherever the history begins.
 */
export function carriedDecisions(
  series: Series,
  decisions: readonly CleaningDecision[],
): readonly CleaningDecision[] {
  if (decisions.length === 0) return decisions;
  const found = new Set(historyFindings(series).map(decisionKey));
  return decisions
    .map((decision) => (decision.kind === 'closedHours' ? onFirstSuchDay(series, decision) : decision))
    .filter((decision) => found.has(decisionKey(decision)));
}

function onFirstSuchDay({ firstDay }: Series, decision: CleaningDecision): CleaningDecision {
  const [start, end] = [parseDayTime(decision.start), parseDayTime(decision.end)];
  if (start === null || end === null) return decision;
  const first = firstDay + ((weekdayOf(start.day) - weekdayOf(firstDay) + 7) % 7);
  return {
    ...decision,
    start: formatStart(first, start.minute),
    end: formatStart(first + end.day - start.day, end.minute),
  };
}

/** The series as the decisions make it; the one handed in stays as it is. O(decisions × span). */
export function cleanedSeries(series: Series, decisions: readonly CleaningDecision[]): Series {
  const values = Float64Array.from(series.values);
  const closed = Uint8Array.from(series.closed);
  const { slotsPerDay, firstDay } = series;
  const length = MINUTES_PER_DAY / slotsPerDay;
  const slotOf = (text: string): number => {
    const at = parseDayTime(text);
    return at === null ? 0 : (at.day - firstDay) * slotsPerDay + Math.round(at.minute / length);
  };
  for (const { kind, start, end, ratio = 1, accepted } of decisions) {
    const from = Math.max(0, slotOf(start));
    const to = Math.min(values.length, slotOf(end));
    if (kind === 'gap') {
      if (!accepted) zeroUnknown(values, closed, series, from, to);
    } else if (kind === 'closedHours') {
      if (accepted) continue;
      const weekday = weekdayOf(firstDay + Math.floor(from / slotsPerDay));
      const [first, last] = [from % slotsPerDay, (to - 1) % slotsPerDay];
      closed.fill(0, weekday * slotsPerDay + first, weekday * slotsPerDay + last + 1);
      for (let day = 0; day < series.days; day++)
        if (weekdayOf(firstDay + day) === weekday)
          for (let slot = first; slot <= last; slot++) {
            const at = day * slotsPerDay + slot;
            if (Number.isNaN(values[at])) values[at] = 0;
          }
    } else if (accepted && kind === 'levelShift') {
      for (let at = 0; at < from; at++) values[at] = (values[at] ?? 0) * ratio;
    } else if (accepted) values.fill(Number.NaN, from, to);
  }
  return { ...series, values, closed };
}

function zeroUnknown(
  values: Float64Array,
  closed: Uint8Array,
  { firstDay, slotsPerDay }: Series,
  from: number,
  to: number,
): void {
  for (let at = from; at < to; at++) {
    const weekday = weekdayOf(firstDay + Math.floor(at / slotsPerDay));
    if (Number.isNaN(values[at]) && closed[weekday * slotsPerDay + (at % slotsPerDay)] === 0) values[at] = 0;
  }
}

function findingOf(proposal: Proposal, { slotsPerDay, firstDay, days }: Series): HistoryFinding {
  const length = MINUTES_PER_DAY / slotsPerDay;
  const { kind, day } = proposal;
  const span = (fromSlot: number, toSlot: number) => ({
    start: formatStart(day, fromSlot * length),
    end: toSlot === slotsPerDay ? formatStart(day + 1, 0) : formatStart(day, toSlot * length),
  });
  switch (kind) {
    case 'outlierDay':
      return { kind, ...span(0, slotsPerDay), actual: proposal.actual, expected: proposal.expected };
    case 'outlierSlot':
      return {
        kind,
        ...span(proposal.slot, proposal.slot + 1),
        actual: proposal.actual,
        expected: proposal.expected,
      };
    case 'partialDay':
      return { kind, ...span(proposal.fromSlot, proposal.toSlot), actual: 0, expected: proposal.expected };
    case 'levelShift':
      return {
        kind,
        start: formatStart(day, 0),
        end: formatStart(firstDay + days, 0),
        ratio: proposal.ratio,
        actual: null,
        expected: null,
      };
  }
}

/** Runs of unknown slots in open hours; a run goes on over closed hours. */
function gaps({ days, slotsPerDay, values, closed, firstDay }: Series): HistoryFinding[] {
  const length = MINUTES_PER_DAY / slotsPerDay;
  const found: { from: number; to: number; open: number }[] = [];
  let run: { from: number; to: number; open: number } | null = null;
  for (let at = 0; at < days * slotsPerDay; at++) {
    const weekday = weekdayOf(firstDay + Math.floor(at / slotsPerDay));
    if (closed[weekday * slotsPerDay + (at % slotsPerDay)] === 1) continue;
    if (Number.isNaN(values[at])) {
      run ??= { from: at, to: at, open: 0 };
      run.to = at + 1;
      run.open++;
    } else if (run) {
      found.push(run);
      run = null;
    }
  }
  if (run) found.push(run);
  const startOf = (at: number) =>
    formatStart(firstDay + Math.floor(at / slotsPerDay), (at % slotsPerDay) * length);
  return found
    .sort((a, b) => b.open - a.open)
    .slice(0, MOST_GAPS)
    .map(({ from, to }) => ({
      kind: 'gap',
      start: startOf(from),
      end: startOf(to),
      actual: null,
      expected: null,
    }));
}

/** Spans that are never filled on their weekday, on the first such day of the history. */
function closedHours({ days, slotsPerDay, closed, firstDay }: Series): HistoryFinding[] {
  const length = MINUTES_PER_DAY / slotsPerDay;
  const found: HistoryFinding[] = [];
  for (let day = 0; day < Math.min(7, days); day++) {
    const row = weekdayOf(firstDay + day) * slotsPerDay;
    for (let slot = 0; slot < slotsPerDay; slot++) {
      if (closed[row + slot] === 0) continue;
      const from = slot;
      while (slot < slotsPerDay && closed[row + slot] === 1) slot++;
      const start = formatStart(firstDay + day, from * length);
      const end =
        slot === slotsPerDay
          ? formatStart(firstDay + day + 1, 0)
          : formatStart(firstDay + day, slot * length);
      found.push({ kind: 'closedHours', start, end, actual: null, expected: null });
    }
  }
  return found.sort((a, b) => weekdayAt(a.start) - weekdayAt(b.start));
}

function weekdayAt(start: string): number {
  return weekdayOf(parseDayTime(start)?.day ?? 0);
}
