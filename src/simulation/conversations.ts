/**
 * Conversations in the hands of one agent: how far each is, which ends first, who replies when.
 *
 * All of an agent's conversations go on at once, each at a pace that depends on how many they are, so
 * every one that begins or ends changes when the others will. Paces come from tables of the state.
 */
import { type EngineState, HAND } from './engine-state.ts';
import { replyTime } from './reply.ts';

/** Brings the work left of an agent's conversations up to date. */
export function progress(s: EngineState, agent: number): void {
  const elapsed = s.now - s.updated[agent]!;
  if (elapsed === 0) return;
  s.updated[agent] = s.now;
  const { workLeft, paceNow } = s;
  const first = agent * s.slots;
  const end = first + s.floor.load[agent]!;
  for (let hand = first; hand < end; hand++) workLeft[hand]! -= elapsed * paceNow[hand]!;
}

/**
 * Finds which of an agent's conversations (at least one) will end first, and when, and lists him if he can
 * take another. A place that is only held runs by the clock.
 */
export function retime(s: EngineState, agent: number, isNew: boolean): void {
  const { floor, heap, inClass, workLeft, paceNow, slots, busyOf } = s;
  const { pace, kindOf } = s.kinds;
  const load = floor.load[agent]!;
  const first = agent * slots;
  const others = load - s.silent[agent]! - 1;
  const kind = kindOf[agent]! * s.classes;
  let soonest = Infinity;
  let doneFirst = first;
  let share = 0;
  for (let hand = first; hand < first + load; hand++) {
    const work = workLeft[hand]!;
    const c = inClass[hand]!;
    let own = 1;
    if (!s.hasSilent || s.isSilent[hand] === 0) {
      own = pace[(kind + c) * slots + others]!;
      share += busyOf[c * slots + others]!;
    }
    paceNow[hand] = own;
    // Rounding may have left a hair less than nothing.
    const left = (work > 0 ? work : 0) / own;
    if (left < soonest) {
      soonest = left;
      doneFirst = hand;
    }
  }
  s.doneFirst[agent] = doneFirst;
  if (floor.share[agent] !== share) floor.work(agent, share);
  heap.key = s.now + soonest;
  if (isNew) heap.add(agent);
  else heap.move(agent);
  floor.unlist(agent);
  if (floor.on[agent] === 1 && load < slots) floor.list(agent);
}

/** The agent's last conversation moves to this hand, whose own is over. */
export function freeHand(s: EngineState, agent: number, hand: number): void {
  const { hands, inClass } = s;
  const load = --s.floor.load[agent]!;
  const last = agent * s.slots + load;
  if (hand === last) return;
  inClass[hand] = inClass[last]!;
  s.workLeft[hand] = s.workLeft[last]!;
  s.isSilent[hand] = s.isSilent[last]!;
  const to = hand * HAND;
  const from = last * HAND;
  for (let f = 0; f < HAND; f++) hands[to + f] = hands[from + f]!;
}

/** Seconds that the agent, with the conversations in hand, takes for the first reply to the contact being routed. */
export function firstReply(s: EngineState, agent: number, c: number): number {
  const law = s.model.classes[c]!.reply;
  if (law === null) return 0;
  const others = s.floor.load[agent]! - s.silent[agent]!;
  return replyTime(law, others, s.followUps, s.customer, s.origin) * s.slowness(agent, c);
}
