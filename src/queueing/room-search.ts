/**
 * Least number of agents for a claim that stays true once true, where it is known how much room a number
 * leaves: the next number tried is where a straight line through the last two says that the room ends.
 *
 * The answer rests on the signs alone, however wrong the line: a number that meets the claim, and one agent
 * fewer that does not. Where the line is good that takes two or three numbers, a bisection six or seven.
 */
import { UnattainableTarget } from '../errors.ts';

/** Numbers tried by the line before halves are taken instead. */
const BY_LINE = 5;

/** One for intervals that resemble one another: how much room an agent gives is kept from each to the next. */
export class RoomSearch {
  private perAgent = 0;

  /**
   * Least n >= 1 that leaves room.
   *
   * @param start a guess
   * @param roomWith at least 0 where the claim holds, and falling with the agents; may be infinite
   */
  least(start: number, roomWith: (agents: number) => number): number {
    let [low, high] = [0, Infinity];
    let step = Math.max(1, Math.round(Math.sqrt(start) / 2));
    let probe = Math.max(1, Math.round(start));
    let last: { readonly agents: number; readonly room: number } | null = null;
    for (let tries = 1; ; tries++) {
      if (probe > Number.MAX_SAFE_INTEGER) {
        throw new UnattainableTarget('agents', 'more agents would be needed than can be counted');
      }
      const room = roomWith(probe);
      if (room >= 0) high = probe;
      else low = probe;
      if (high - low === 1) return high;
      if (last !== null) {
        const slope = (room - last.room) / (probe - last.agents);
        if (slope > 0 && slope < Infinity) this.perAgent = slope;
      }
      last = { agents: probe, room };
      const byLine = Number.isFinite(room) && this.perAgent > 0 && tries < BY_LINE;
      let next: number;
      if (!byLine && high < Infinity && tries >= BY_LINE) next = Math.floor((low + high) / 2);
      else {
        // No further than steps that double, wherever the line may lead.
        const way = byLine ? Math.ceil(probe - room / this.perAgent) - probe : Infinity;
        next = room >= 0 ? probe - Math.min(step, Math.abs(way)) : probe + Math.min(step, way);
        step *= 2;
      }
      probe = Math.min(high - 1, Math.max(low + 1, next));
    }
  }
}
