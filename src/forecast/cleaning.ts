/**
 * What looks wrong in a history: found and put to the user, never changed silently.
 *
 * Everything is measured against medians, which a fault does not move: a day against the same
 * weekday of the four weeks before and after, a slot likewise, a level against the two weeks on the
 * other side. Marked days are expected to differ and are left alone.
 *
 * Reference: Hampel (1974), "The influence curve and its role in robust estimation", JASA 69(346),
 * for median and median absolute deviation in place of mean and standard deviation.
 */
import { formatDate, formatStart, weekdayOf, type DayNumber } from '../numeric/civil-date.ts';
import { median } from '../numeric/median.ts';
import type { Series } from './series.ts';

export type Proposal =
  /** A whole day far from its weekday. Accepted: the day becomes unknown. */
  | {
      readonly kind: 'outlierDay';
      readonly day: DayNumber;
      readonly date: string;
      readonly actual: number;
      readonly expected: number;
    }
  /** One slot far from its weekday and hour. Accepted: the slot becomes unknown. */
  | {
      readonly kind: 'outlierSlot';
      readonly day: DayNumber;
      readonly slot: number;
      readonly start: string;
      readonly actual: number;
      readonly expected: number;
    }
  /** Nothing recorded for part of a busy day. Accepted: those slots become unknown, not zero. */
  | {
      readonly kind: 'partialDay';
      readonly day: DayNumber;
      readonly date: string;
      readonly fromSlot: number;
      readonly toSlot: number;
      readonly expected: number;
    }
  /** From this day on everything runs at another level. Accepted: the days before are scaled to it. */
  | {
      readonly kind: 'levelShift';
      readonly day: DayNumber;
      readonly date: string;
      readonly ratio: number;
    };

/** Weeks looked at on either side. */
const WEEKS = 4;
/** A day is far when beyond this many robust deviations and this ratio. */
const FAR_DAY = { deviations: 5, ratio: 1.3 };
const FAR_SLOT = { deviations: 7, ratio: 2 };
const FEW_SLOTS = 3;
/** A silence is no chance when this many contacts were to be expected in it (e⁻¹² under Poisson) … */
const SILENCE = { contacts: 12, share: 0.1 };
/** Open days on either side of a shift, and what counts as one. */
const SHIFT = { days: 14, ratio: 1.2, deviations: 6 };
/** 1.4826 × the median absolute deviation estimates the standard deviation of a normal. */
const TO_SD = 1.4826;

/** Everything found, by day. O(days × slots × log). */
export function cleaningProposals(series: Series): Proposal[] {
  const silences = findSilences(series);
  const silent = new Set(silences.map(({ day }) => day));
  const slots = findSlots(series, silent);
  // a day with a few wild slots is judged without them; one that is wild all over, as a day
  const perDay = new Map<DayNumber, number>();
  for (const { day } of slots) perDay.set(day, (perDay.get(day) ?? 0) + 1);
  const few = slots.filter(({ day }) => (perDay.get(day) ?? 0) <= FEW_SLOTS);
  const totals = dayTotals(series).map((total, d) => (silent.has(series.firstDay + d) ? Number.NaN : total));
  for (const { day, actual, expected } of few)
    totals[day - series.firstDay] = (totals[day - series.firstDay] ?? 0) + expected - actual;
  const shifts = findShifts(series, totals);
  const days = findDays(series, totals, shifts);
  const wild = new Set(days.map(({ day }) => day));
  const found = [...silences, ...shifts, ...days, ...few.filter(({ day }) => !wild.has(day))];
  return found.sort((a, b) => a.day - b.day);
}

function dayTotals({ days, slotsPerDay, values, firstDay, special, closed }: Series): number[] {
  return Array.from({ length: days }, (_, d) => {
    if (special.has(firstDay + d)) return Number.NaN;
    const weekday = weekdayOf(firstDay + d);
    let [sum, known, open] = [0, 0, 0];
    for (let s = 0; s < slotsPerDay; s++) {
      if (closed[weekday * slotsPerDay + s] === 0) open++;
      const value = values[d * slotsPerDay + s] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      sum += value;
      known++;
    }
    return known > 0 && known * 10 >= open * 9 ? sum : Number.NaN;
  });
}

/** Median of the same weekday of the weeks around, the day itself left out; NaN with fewer than three. */
function usual(totals: readonly number[], d: number): number {
  const around: number[] = [];
  for (let week = 1; week <= WEEKS; week++)
    for (const other of [d - 7 * week, d + 7 * week]) {
      const total = totals[other] ?? Number.NaN;
      if (!Number.isNaN(total)) around.push(total);
    }
  return around.length < 3 ? Number.NaN : median(around);
}

function findDays(
  { firstDay }: Series,
  totals: readonly number[],
  shifts: readonly { day: DayNumber; ratio: number }[],
): (Proposal & { kind: 'outlierDay' })[] {
  // a day just after a shift is measured against days brought to its level
  const level = (d: number) =>
    shifts.reduce((product, { day, ratio }) => (firstDay + d < day ? product * ratio : product), 1);
  const even = totals.map((total, d) => total * level(d));
  const logs = even.map((total, d) => Math.log(Math.max(0.5, total) / Math.max(0.5, usual(even, d))));
  const spread = TO_SD * median(logs.filter((x) => !Number.isNaN(x)).map(Math.abs));
  return logs.flatMap((x, d) => {
    const expected = usual(even, d) / level(d);
    const deviation = Math.sqrt(spread * spread + 1 / Math.max(1, expected));
    if (!(Math.abs(x) > Math.max(Math.log(FAR_DAY.ratio), FAR_DAY.deviations * deviation))) return [];
    const day = firstDay + d;
    return [{ kind: 'outlierDay', day, date: formatDate(day), actual: totals[d] ?? 0, expected }];
  });
}

function findShifts({ firstDay }: Series, totals: readonly number[]): (Proposal & { kind: 'levelShift' })[] {
  const log = totals.map((total) => Math.log(Math.max(0.5, total)));
  // each day of two weeks against the same weekday two weeks before: weekdays cancel
  const pairsAt = (d: number) =>
    Array.from(
      { length: SHIFT.days },
      (_, j) => (log[d + j] ?? Number.NaN) - (log[d + j - SHIFT.days] ?? Number.NaN),
    ).filter((difference) => !Number.isNaN(difference));
  const all = log.map((x, d) => Math.abs(x - (log[d - 7] ?? Number.NaN))).filter((x) => !Number.isNaN(x));
  // most pairs a week apart do not see the shift, so it does not hide in the scale
  const least = Math.max(
    Math.log(SHIFT.ratio),
    (SHIFT.deviations * TO_SD * median(all)) / Math.sqrt(SHIFT.days),
  );
  const found: (Proposal & { kind: 'levelShift' })[] = [];
  let best: { d: number; jump: number; mean: number } | null = null;
  for (let d = SHIFT.days; d + SHIFT.days <= totals.length + 1; d++) {
    const pairs = pairsAt(d);
    const jump = pairs.length * 2 < SHIFT.days || d + SHIFT.days > totals.length ? 0 : median(pairs);
    if (Math.abs(jump) > least) {
      // the median is level for days around the shift; the mean of limited pairs has a peak there
      const limit = 2 * Math.abs(jump);
      const mean = pairs.reduce((sum, x) => sum + Math.max(-limit, Math.min(limit, x)), 0) / pairs.length;
      if (best === null || Math.abs(mean) > Math.abs(best.mean)) best = { d, jump, mean };
    } else if (best !== null) {
      const day = firstDay + best.d;
      found.push({ kind: 'levelShift', day, date: formatDate(day), ratio: Math.exp(best.jump) });
      best = null;
    }
  }
  return found;
}

/** Median of the slot on the same weekday of the weeks around; NaN with fewer than three. */
function usualSlot({ days, slotsPerDay, values }: Series, d: number, slot: number): number {
  const around: number[] = [];
  for (let week = 1; week <= WEEKS; week++)
    for (const other of [d - 7 * week, d + 7 * week]) {
      if (other < 0 || other >= days) continue;
      const value = values[other * slotsPerDay + slot] ?? Number.NaN;
      if (!Number.isNaN(value)) around.push(value);
    }
  return around.length < 3 ? Number.NaN : median(around);
}

function findSilences(series: Series): (Proposal & { kind: 'partialDay' })[] {
  const { days, slotsPerDay, values, firstDay, special } = series;
  const found: (Proposal & { kind: 'partialDay' })[] = [];
  if (slotsPerDay === 1) return found;
  for (let d = 0; d < days; d++) {
    if (special.has(firstDay + d)) continue;
    let total = 0;
    for (let s = 0; s < slotsPerDay; s++) total += values[d * slotsPerDay + s] || 0;
    for (let s = 0; s < slotsPerDay; s++) {
      const fromSlot = s;
      let expected = 0;
      while (s < slotsPerDay && values[d * slotsPerDay + s] === 0) {
        expected += usualSlot(series, d, s) || 0;
        s++;
      }
      if (expected < SILENCE.contacts || expected < SILENCE.share * total) continue;
      const day = firstDay + d;
      found.push({ kind: 'partialDay', day, date: formatDate(day), fromSlot, toSlot: s, expected });
    }
  }
  return found;
}

function findSlots(series: Series, known: ReadonlySet<DayNumber>): (Proposal & { kind: 'outlierSlot' })[] {
  const { days, slotsPerDay, values, firstDay, special, intervalMinutes } = series;
  const found: (Proposal & { kind: 'outlierSlot' })[] = [];
  if (slotsPerDay === 1) return found;
  const usualOf = new Float64Array(values.length).fill(Number.NaN);
  const scatters: number[] = [];
  for (let at = 0; at < values.length; at++) {
    const d = Math.floor(at / slotsPerDay);
    if (Number.isNaN(values[at]) || special.has(firstDay + d) || known.has(firstDay + d)) continue;
    const expected = usualSlot(series, d, at % slotsPerDay);
    usualOf[at] = expected;
    if (expected >= 1) scatters.push(Math.abs((values[at] ?? 0) - expected) / Math.sqrt(expected));
  }
  // in units of the Poisson deviation, as it is and as it grows with the mean
  const scatter = Math.max(1, scatters.length === 0 ? 1 : TO_SD * median(scatters));
  for (let d = 0; d < days; d++)
    for (let slot = 0; slot < slotsPerDay; slot++) {
      const actual = values[d * slotsPerDay + slot] ?? Number.NaN;
      const expected = usualOf[d * slotsPerDay + slot] ?? Number.NaN;
      const deviation = scatter * Math.sqrt(Math.max(1, expected));
      const far = Math.abs(actual - expected) > FAR_SLOT.deviations * deviation;
      if (!far || (actual < expected * FAR_SLOT.ratio && actual * FAR_SLOT.ratio > expected)) continue;
      const day = firstDay + d;
      const start = formatStart(day, slot * intervalMinutes);
      found.push({ kind: 'outlierSlot', day, slot, start, actual, expected });
    }
  return found;
}

/** The series with the accepted proposals carried out; the one handed in stays as it is. */
export function withProposals(series: Series, accepted: readonly Proposal[]): Series {
  const { slotsPerDay, firstDay } = series;
  const values = Float64Array.from(series.values);
  for (const proposal of accepted) {
    const at = (proposal.day - firstDay) * slotsPerDay;
    switch (proposal.kind) {
      case 'outlierDay':
        values.fill(Number.NaN, at, at + slotsPerDay);
        break;
      case 'outlierSlot':
        values[at + proposal.slot] = Number.NaN;
        break;
      case 'partialDay':
        values.fill(Number.NaN, at + proposal.fromSlot, at + proposal.toSlot);
        break;
      case 'levelShift':
        for (let i = 0; i < at; i++) values[i] = (values[i] ?? 0) * proposal.ratio;
        break;
    }
  }
  return { ...series, values };
}
