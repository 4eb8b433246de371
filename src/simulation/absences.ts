/**
 * Who is absent from his shift, in one replication.
 *
 * A person is (his group's stream number, his shift's place in the group, his number within the shift),
 * and draws by counter: a plan that adds a group, or people to another shift, sends the same ones home.
 */
import { philox, uniformOfWords } from '../random/philox.ts';
import { DRAW_ABSENCE } from './follow-ups.ts';
import type { DoubtfulPeople } from './staffing-plan.ts';

/** Writes 1 for who is absent. `replicationStart` is the generator's state where the replication's streams begin. */
export function drawAbsences(
  { absence, person }: DoubtfulPeople,
  replicationStart: Int32Array,
  absent: Uint8Array,
): void {
  const [key0 = 0, key1 = 0] = replicationStart;
  const words = new Uint32Array(4);
  for (let who = 0; who < absence.length; who++) {
    words[0] = person[3 * who + 2]!;
    words[1] = person[3 * who + 1]!;
    words[2] = DRAW_ABSENCE;
    words[3] = person[3 * who]!;
    philox(words, key0, key1);
    absent[who] = uniformOfWords(words[0], words[1]) < absence[who]! ? 1 : 0;
  }
}
