/**
 * Who is on the floor when: agents, and the moments at which something changes.
 *
 * Counts per interval become named agents who work whenever the count exceeds their number (last in,
 * first out), unless the group's end of shift is pooled or preemptive: there agents are
 * interchangeable and only the capacity changes.
 */
import { placesOf } from './agent-slots.ts';
import type { SimulationModel, Shift } from './model.ts';

export type CompiledAgents = {
  readonly count: number;
  readonly group: Int32Array;
  readonly speed: Float64Array;
  /** Those who may be absent. */
  readonly doubtful: DoubtfulPeople;
};

/** People who may be absent from their shift; several may be one agent, one after the other. */
export type DoubtfulPeople = {
  /** Chance of being absent from the whole shift. */
  readonly absence: Float64Array;
  /** Stream number of the group, place of the shift in it, number within the shift: three columns a person. */
  readonly person: Uint32Array;
};

/** At equal times in the order of their numbers: an interval's books are closed before anyone moves. */
export const CLOSE_INTERVAL = 0;
export const CLASS_CLOSES = 1;
export const AGENT_LEAVES = 2;
export const CAPACITY_FALLS = 3;
export const CLASS_OPENS = 4;
export const CAPACITY_RISES = 5;
export const AGENT_COMES = 6;
/** The agent takes no new contact, but is on the floor until AGENT_LEAVES. */
export const AGENT_TAKES_NO_MORE = 7;
/** Fewer agents of a group are held back than before: a live class has closed, or someone has left. */
export const RESERVE_SHRINKS = 8;

export type Controls = {
  readonly time: Float64Array;
  readonly kind: Uint8Array;
  /** Interval, class, agent or group. */
  readonly subject: Int32Array;
  /**
   * By how many agents a capacity changes; for CAPACITY_FALLS see `preempts`. Where an agent comes or leaves:
   * which of the doubtful people he is, -1 for one who surely comes.
   */
  readonly amount: Int32Array;
  /** By group: contacts in hand beyond a fallen capacity return to the queue. */
  readonly preempts: Uint8Array;
};

const SURE = -1;

type Control = { time: number; kind: number; subject: number; amount: number };

export function compileStaffing(
  model: SimulationModel,
  classes: readonly {
    readonly id: string;
    readonly deferred: boolean;
    readonly open: readonly (readonly [number, number])[] | null;
  }[],
): { agents: CompiledAgents; controls: Controls } {
  const { intervals, intervalSeconds, warmUp = 0 } = model.horizon;
  const end = intervals * intervalSeconds;
  const list: Control[] = [];
  const group: number[] = [];
  const speed: number[] = [];
  const absence: number[] = [];
  const person: number[] = [];
  const preempts = new Uint8Array(model.groups.length);
  const add = (time: number, kind: number, subject: number, amount = 0) => {
    // What holds at the start holds throughout the warm-up before it.
    if (time < end) list.push({ time: time <= 0 ? 0 - warmUp : time, kind, subject, amount });
  };
  const addAgents = (g: number, count: number) => {
    for (let n = 0; n < count; n++) {
      group.push(g);
      speed.push(1);
    }
    return group.length - count;
  };
  const addStretches = (
    { stretches, lastContact = 0 }: Pick<Shift, 'stretches' | 'lastContact'>,
    agent: number,
    doubtful: number,
  ) => {
    stretches.forEach(([from, to], i) => {
      if (to <= 0) return;
      add(from, AGENT_COMES, agent, doubtful);
      const last = i === stretches.length - 1 ? lastContact : 0;
      if (last > 0) add(Math.max(from, to - last), AGENT_TAKES_NO_MORE, agent);
      add(to, AGENT_LEAVES, agent, doubtful);
    });
  };
  const addShifts = (g: number, shifts: readonly Shift[]) => {
    const { places, count } = placesOf(shifts);
    const first = addAgents(g, count);
    shifts.forEach((shift, place) => {
      const { absence: absent = 0, speed: own = 1 } = shift;
      places[place]?.forEach((at, n) => {
        speed[first + at] = own;
        const doubtful = absent > 0 ? absence.push(absent) - 1 : SURE;
        if (absent > 0) person.push(model.groups[g]?.stream ?? g, place, n);
        addStretches(shift, first + at, doubtful);
      });
    });
  };
  model.groups.forEach(({ staffing }, g) => {
    if (staffing.kind === 'shifts') {
      addShifts(g, staffing.shifts);
      return;
    }
    const { agents, shiftEnd = 'named' } = staffing;
    const most = Math.max(0, ...agents);
    const first = addAgents(g, most);
    if (shiftEnd === 'named') {
      for (let k = 0; k < most; k++)
        addStretches({ stretches: stretchesAbove(agents, k, intervalSeconds) }, first + k, SURE);
      return;
    }
    preempts[g] = shiftEnd === 'preemptive' ? 1 : 0;
    for (let i = 0, before = 0; i < intervals; i++) {
      const now = agents[i] ?? 0;
      if (now > before) add(i * intervalSeconds, CAPACITY_RISES, g, now - before);
      if (now < before) add(i * intervalSeconds, CAPACITY_FALLS, g, before - now);
      before = now;
    }
  });
  classes.forEach(({ open }, c) => {
    for (const [from, to] of open ?? []) {
      if (to <= 0) continue;
      add(from, CLASS_OPENS, c);
      add(to, CLASS_CLOSES, c);
    }
  });
  for (let i = 0; i <= intervals; i++) {
    // The warm-up is closed at 0, the last interval at the end.
    if (i > 0 || warmUp > 0)
      list.push({ time: i * intervalSeconds, kind: CLOSE_INTERVAL, subject: i - 1, amount: 0 });
  }
  addReserveChanges(model, classes, group, list);
  list.sort((a, b) => a.time - b.time || a.kind - b.kind || a.subject - b.subject);
  return {
    agents: {
      count: group.length,
      group: Int32Array.from(group),
      speed: Float64Array.from(speed),
      doubtful: { absence: Float64Array.from(absence), person: Uint32Array.from(person) },
    },
    controls: {
      time: Float64Array.from(list, (control) => control.time),
      kind: Uint8Array.from(list, (control) => control.kind),
      subject: Int32Array.from(list, (control) => control.subject),
      amount: Int32Array.from(list, (control) => control.amount),
      preempts,
    },
  };
}

/** Adds, for each group that keeps a reserve, the moments after which fewer may be held back. */
function addReserveChanges(
  model: SimulationModel,
  classes: readonly { readonly id: string; readonly deferred: boolean }[],
  groupOf: readonly number[],
  list: Control[],
): void {
  model.groups.forEach(({ serves }, g) => {
    if (serves.every(({ reserve = 0 }) => reserve === 0)) return;
    const served = new Set(serves.map((skill) => skill.class));
    const shrinks = ({ kind, subject }: Control) => {
      const closing = classes[subject];
      if (kind === CLASS_CLOSES) return closing?.deferred === false && served.has(closing.id);
      return kind === AGENT_LEAVES ? groupOf[subject] === g : kind === CAPACITY_FALLS && subject === g;
    };
    for (const time of new Set(list.filter(shrinks).map((control) => control.time)))
      list.push({ time, kind: RESERVE_SHRINKS, subject: g, amount: 0 });
  });
}

/** Spans of the intervals in which more than `k` agents are on the floor. */
function stretchesAbove(agents: readonly number[], k: number, intervalSeconds: number): [number, number][] {
  const stretches: [number, number][] = [];
  let from = -1;
  for (let i = 0; i <= agents.length; i++) {
    const on = (agents[i] ?? 0) > k;
    if (on && from < 0) from = i;
    if (!on && from >= 0) {
      stretches.push([from * intervalSeconds, i * intervalSeconds]);
      from = -1;
    }
  }
  return stretches;
}
