/**
 * Who is on the floor when: agents, and the moments at which something changes.
 *
 * Counts per interval become named agents who work whenever the count exceeds their number (last in,
 * first out), unless the group's end of shift is pooled or preemptive: there agents are
 * interchangeable and only the capacity changes.
 */
import type { SimulationModel, Shift } from './model.ts';

export type CompiledAgents = {
  readonly count: number;
  readonly group: Int32Array;
  readonly speed: Float64Array;
  /** Chance of being absent all along. */
  readonly absence: Float64Array;
  /** Stream number of his group, place of his shift in it, his number within the shift. */
  readonly person: readonly (readonly [number, number, number])[];
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
  /** By how many agents a capacity changes; 1 where contacts in hand are given back, for CAPACITY_FALLS see `preempts`. */
  readonly amount: Int32Array;
  /** By group: contacts in hand beyond a fallen capacity return to the queue. */
  readonly preempts: Uint8Array;
};

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
  const person: (readonly [number, number, number])[] = [];
  const preempts = new Uint8Array(model.groups.length);
  const add = (time: number, kind: number, subject: number, amount = 0) => {
    // What holds at the start holds throughout the warm-up before it.
    if (time < end) list.push({ time: time <= 0 ? 0 - warmUp : time, kind, subject, amount });
  };
  const addAgent = (g: number, agentSpeed: number, absent: number, shift: number, n: number) => {
    group.push(g);
    speed.push(agentSpeed);
    absence.push(absent);
    person.push([model.groups[g]?.stream ?? g, shift, n]);
    return group.length - 1;
  };
  const addShift = (g: number, shift: Shift, place: number) => {
    for (let n = 0; n < (shift.agents ?? 1); n++) {
      const agent = addAgent(g, shift.speed ?? 1, shift.absence ?? 0, place, n);
      shift.stretches.forEach(([from, to], i) => {
        if (to <= 0) return;
        add(from, AGENT_COMES, agent);
        const last = i === shift.stretches.length - 1 ? (shift.lastContact ?? 0) : 0;
        if (last > 0) add(Math.max(from, to - last), AGENT_TAKES_NO_MORE, agent);
        add(to, AGENT_LEAVES, agent);
      });
    }
  };
  model.groups.forEach(({ staffing }, g) => {
    if (staffing.kind === 'shifts') {
      staffing.shifts.forEach((shift, place) => addShift(g, shift, place));
      return;
    }
    const { agents, shiftEnd = 'named' } = staffing;
    const most = Math.max(0, ...agents);
    if (shiftEnd === 'named') {
      for (let k = 0; k < most; k++)
        addShift(g, { stretches: stretchesAbove(agents, k, intervalSeconds) }, k);
      return;
    }
    preempts[g] = shiftEnd === 'preemptive' ? 1 : 0;
    for (let k = 0; k < most; k++) addAgent(g, 1, 0, 0, k);
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
  // Live classes open before deferred ones: a reserve is kept from the first second.
  const afterLive = ({ kind, subject }: Control) =>
    kind === CLASS_OPENS && classes[subject]?.deferred === true ? 1 : 0;
  list.sort(
    (a, b) => a.time - b.time || a.kind - b.kind || afterLive(a) - afterLive(b) || a.subject - b.subject,
  );
  return {
    agents: {
      count: group.length,
      group: Int32Array.from(group),
      speed: Float64Array.from(speed),
      absence: Float64Array.from(absence),
      person,
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
