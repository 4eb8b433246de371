/**
 * Why customers come: what a class's reasons change about its contacts, and the columns that count them.
 *
 * The books have a column per class, then for each class with reasons one per reason and a last one for those
 * of its contacts who began elsewhere and came with a reason it does not know. A contact is counted in the
 * column of its reason; what its class counts is the sum of them, made at the end (`sumReasons`). Contacts of
 * classes without reasons are counted in the column of their class.
 */
import type { CompiledBot, CompiledClass } from './compile.ts';
import type { CompiledFollowUps } from './compile-follow-ups.ts';
import * as K from './counters.ts';
import type { ContactReason, CustomerClass, Patience, SimulationModel } from './model.ts';
import { createSampler, type Sampler } from './sampler.ts';

/** In place of the number of a reason: that of the customer's own draw. */
export const DRAWN = 255;

/** What is done by the contacts of one column. */
export type Column = CompiledFollowUps & {
  readonly class: number;
  readonly handle: Sampler;
  readonly patience: Sampler | null;
  readonly leavesAtOnce: number;
  readonly bot: CompiledBot | null;
  /** Lines that the class occupies, or -1. */
  readonly lines: number;
};

export type ReasonColumns = {
  /** Of the first reason of each class; -1 where it has none. */
  readonly first: Int32Array;
  /** Reasons of each class. */
  readonly count: Int32Array;
  /** Column at class c of a contact that began in class b with its r-th reason, at [(row[b] + r) * classes + c]. */
  readonly row: Int32Array;
  readonly at: Int32Array;
  readonly columns: readonly Column[];
};

/** The columns of a model; null when no class has reasons. */
export function compileReasons(
  { classes }: SimulationModel,
  compiled: readonly CompiledClass[],
  followUpsOf: (c: number, reason: ContactReason) => CompiledFollowUps,
): ReasonColumns | null {
  if (classes.every((c) => reasonsOf(c).length === 0)) return null;
  const first = new Int32Array(classes.length).fill(-1);
  const count = Int32Array.from(classes, (c) => reasonsOf(c).length);
  const columns = compiled.map(columnOfClass);
  classes.forEach((c, index) => {
    const own = compiled[index]!;
    if (count[index] === 0) return;
    first[index] = columns.length;
    for (const reason of reasonsOf(c))
      columns.push({
        class: index,
        handle: reason.handleTime ? createSampler(reason.handleTime) : own.handle,
        ...patienceOf(own, reason.patience),
        bot: own.bot && { ...own.bot, ...botOf(reason) },
        lines: own.lines,
        ...(reason.followUps ? followUpsOf(index, reason) : followUpsIn(own)),
      });
    columns.push(columnOfClass(own, index));
  });
  // Row 0 is that of classes without reasons.
  const row = new Int32Array(classes.length);
  const rows: number[][] = [classes.map((_, c) => (first[c]! < 0 ? c : first[c]! + count[c]!))];
  classes.forEach((from, b) => {
    if (count[b] === 0) return;
    row[b] = rows.length;
    for (const { id } of reasonsOf(from))
      rows.push(
        classes.map((to, c) => {
          if (first[c]! < 0) return c;
          const same = reasonsOf(to).findIndex((other) => other.id === id);
          return first[c]! + (same < 0 ? count[c]! : same);
        }),
      );
  });
  return { first, count, row, at: Int32Array.from(rows.flat()), columns };
}

export function columnOfClass(c: CompiledClass, index: number): Column {
  return {
    class: index,
    handle: c.handle,
    ...patienceOf(c),
    bot: c.bot,
    lines: c.lines,
    ...followUpsIn(c),
  };
}

function patienceOf(
  { patience, leavesAtOnce }: CompiledClass,
  own?: Patience,
): Pick<Column, 'patience' | 'leavesAtOnce'> {
  if (own === undefined) return { patience, leavesAtOnce };
  return { patience: createSampler(own.distribution), leavesAtOnce: own.leavesAtOnce ?? 0 };
}

export function reasonsOf({ reasons = [] }: CustomerClass): readonly ContactReason[] {
  return reasons;
}

function botOf({ bot = {} }: ContactReason): Partial<CompiledBot> {
  const { handoverHandleTimeFactor, ...shares } = bot;
  return {
    ...shares,
    ...(handoverHandleTimeFactor === undefined ? {} : { workFactor: handoverHandleTimeFactor }),
  };
}

function followUpsIn({ onAnswered, onAbandoned, onBlocked }: CompiledFollowUps): CompiledFollowUps {
  return { onAnswered, onAbandoned, onBlocked };
}

/** Handle times that groups have of their own: of a reason, else of the class where the reason has none. */
export function skillHandles(
  { groups, classes }: SimulationModel,
  classIndex: ReadonlyMap<string, number>,
  columns: number,
  reasons: ReasonColumns | null,
): readonly (Sampler | null)[] {
  const handles: (Sampler | null)[] = Array.from({ length: groups.length * columns }, () => null);
  groups.forEach((group, g) => {
    for (const skill of group.serves) {
      const c = classIndex.get(skill.class)!;
      const own = skill.handleTime ? createSampler(skill.handleTime) : null;
      handles[g * columns + c] = own;
      if (reasons === null || reasons.first[c]! < 0) continue;
      const first = g * columns + reasons.first[c]!;
      reasonsOf(classes[c]!).forEach(({ id, handleTime }, r) => {
        const special = skill.reasons?.find(({ reason }) => reason === id);
        handles[first + r] = special ? createSampler(special.handleTime) : handleTime ? null : own;
      });
      handles[first + reasons.count[c]!] = own;
    }
  });
  return handles;
}

/** Shares added up, at [interval * reasons + r]: a customer has the first reason whose sum his number is below. */
export function sharesSoFar(reasons: readonly ContactReason[], intervals: number): Float64Array {
  const sums = new Float64Array(intervals * reasons.length);
  for (let i = 0; i < intervals; i++) {
    let sum = 0;
    reasons.forEach(({ share }, r) => {
      sum += typeof share === 'number' ? share : share[i]!;
      // The last takes what rounding leaves.
      sums[i * reasons.length + r] = r === reasons.length - 1 ? 1 : sum;
    });
  }
  return sums;
}

/** The reason that belongs to a uniform number. */
export function reasonAt(sums: Float64Array, reasons: number, interval: number, uniform: number): number {
  const from = interval * reasons;
  let reason = 0;
  while (uniform >= sums[from + reason]!) reason++;
  return reason;
}

/** What each class with reasons counts, of its columns; queues and presence are the class's own. */
export function sumReasons(reasons: ReasonColumns, counters: K.Counters, rows: number): void {
  const { first, count, columns } = reasons;
  const { cells, bot } = counters;
  for (let c = 0; c < first.length; c++) {
    if (first[c]! < 0) continue;
    const end = first[c]! + count[c]! + 1;
    for (let column = first[c]!; column < end; column++) {
      for (let f = 0; f < K.BOT_FIELDS; f++) bot[c * K.BOT_FIELDS + f]! += bot[column * K.BOT_FIELDS + f]!;
      for (let row = 0; row < rows; row++) {
        const from = (row * columns.length + column) * K.CLASS_FIELDS;
        const to = (row * columns.length + c) * K.CLASS_FIELDS;
        for (let f = 0; f < K.CLASS_FIELDS; f++) cells[to + f]! += cells[from + f]!;
      }
    }
  }
}

/** Behind the groups of each reason a cell that adds them up: its spread is not that of its parts. */
export function withAllGroups(cells: Float64Array, groups: number): Float64Array {
  const width = groups * K.REASON_FIELDS;
  const out = new Float64Array((cells.length / Math.max(1, groups)) * (groups + 1));
  for (let from = 0, to = 0; from < cells.length; from += width, to += width + K.REASON_FIELDS) {
    out.set(cells.subarray(from, from + width), to);
    for (let k = 0; k < width; k++) out[to + width + (k % K.REASON_FIELDS)]! += cells[from + k]!;
  }
  return out;
}
