/** The state a day begins with, from a file: chances by contacts there, or what an earlier day ended with. */
import type { CarriedState } from '../../queueing/day-carry.ts';
import type { Day } from '../../queueing/transient-day.ts';
import { refuse, type Surroundings } from '../command.ts';
import { parseJson, readBytes } from '../files.ts';

const MOST_BYTES = 5_000_000;

export function readState(file: string, { shiftEnd }: Day, surroundings: Surroundings): CarriedState {
  const text = readBytes(file, surroundings, MOST_BYTES).toString('utf8');
  const read = parseJson(file, text);
  const state = fieldOf(read, 'end') ?? read;
  const law = fieldOf(state, 'law');
  const tooMany = fieldOf(state, 'tooMany') ?? [];
  const wrong = (path: string, message: string, allowed: string): Error =>
    refuse(file, [{ path, code: 'wrong-type', message, allowed }]);
  if (!isChances(law) || law.length === 0)
    throw wrong('law', 'is no list of chances', 'numbers from 0 to 1, by contacts there from 0');
  if (!Array.isArray(tooMany) || !tooMany.every(isChances))
    throw wrong('tooMany', 'is no list of lists of chances', 'by agents too many, then by contacts waiting');
  if (tooMany.length > 0 && shiftEnd !== 'pooled')
    throw wrong('tooMany', 'is given', 'nothing, unless --shift-end is pooled');
  const total = [law, ...tooMany].flat().reduce((sum, chance) => sum + chance, 0);
  if (!(Math.abs(total - 1) < 1e-9)) throw wrong('law', `sums to ${total}`, 'chances that sum to 1');
  return tooMany.length > 0 ? { law, tooMany } : { law };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** What rounding leaves below none is none. */
function isChances(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    value.every((chance) => typeof chance === 'number' && chance >= -1e-12 && chance <= 1 + 1e-9)
  );
}
