/**
 * Who is absent all along, in one replication.
 *
 * A person is (his group's stream number, his shift's place in the group, his number within the shift),
 * and draws by counter: a plan that adds a group, or people to another shift, sends the same ones home.
 */
import { philox, uniformOfWords } from '../random/philox.ts';
import { DRAW_ABSENCE } from './follow-ups.ts';
import type { CompiledAgents } from './staffing-plan.ts';

/** Writes 1 for who is absent. `replicationStart` is the generator's state where the replication's streams begin. */
export function drawAbsences(
  { absence, person }: CompiledAgents,
  replicationStart: Int32Array,
  absent: Uint8Array,
): void {
  const [key0 = 0, key1 = 0] = replicationStart;
  const words = new Uint32Array(4);
  for (let agent = 0; agent < absence.length; agent++) {
    const chance = absence[agent]!;
    if (chance === 0) continue;
    const [stream, shift, number] = person[agent]!;
    words[0] = number;
    words[1] = shift;
    words[2] = DRAW_ABSENCE;
    words[3] = stream;
    philox(words, key0, key1);
    absent[agent] = uniformOfWords(words[0], words[1]) < chance ? 1 : 0;
  }
}
