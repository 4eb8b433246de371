/** What a cell of the books says of its contacts: the values that are summed, and multiplied by each other. */
import type { CompiledClass } from './compile.ts';
import * as K from './counters.ts';

/** What is summed per class and interval. */
export const V_OFFERED = 0;
export const V_ANSWERED = 1;
export const V_ABANDONED = 2;
export const V_BLOCKED = 3;
export const V_WAITING = 4;
export const V_WITHIN = 5;
export const V_QUEUE = 6;
/** Numerator and denominator of the service level, by the class's definition. */
export const V_GOOD = 7;
export const V_JUDGED = 8;
export const V_DELAYED = 9;
/** Seconds waited by who was answered, at least once, or gave up; and how many those were. */
export const V_WAIT = 10;
export const V_SETTLED = 11;
export const V_WAIT_ANSWERED = 12;
export const V_ARRIVALS = 13;
export const V_RESPONSE = 14;
export const V_TURNED_AWAY = 15;
/** First response within the percentile target. */
export const V_RESPONSE_WITHIN = 16;
export const V_CALLED_BACK = 17;
/** Answered at least once, those put back since included: whose first response is known. */
export const V_REACHED = 18;
export const V_ABANDONED_WITHIN = 19;
/** Answered within the threshold, or would have been with endless patience; of all whose threshold has passed. */
export const V_VIRTUAL = 20;
export const V_DECIDED = 21;
export const V_QUEUE_AT_END = 22;
export const CLASS_VALUES = 23;

export function readValues(cells: Float64Array, from: number, c: CompiledClass, out: Float64Array): void {
  const at = (field: number) => cells[from + field]!;
  const decided = at(K.OFFERED) - at(K.UNDECIDED);
  out[V_OFFERED] = at(K.OFFERED);
  out[V_ANSWERED] = at(K.ANSWERED);
  out[V_ABANDONED] = at(K.ABANDONED);
  out[V_BLOCKED] = at(K.BLOCKED);
  out[V_WAITING] = at(K.STILL_WAITING);
  out[V_WITHIN] = at(K.WITHIN);
  out[V_QUEUE] = at(K.QUEUE_SECONDS);
  out[V_DELAYED] = at(K.DELAYED);
  out[V_WAIT] = at(K.WAIT_ANSWERED) + at(K.WAIT_ABANDONED);
  out[V_SETTLED] = at(K.ANSWERED) + at(K.ABANDONED) + at(K.PUT_BACK_WAITING);
  out[V_WAIT_ANSWERED] = at(K.WAIT_ANSWERED);
  out[V_ARRIVALS] = at(K.ARRIVALS);
  out[V_TURNED_AWAY] = at(K.TURNED_AWAY);
  out[V_CALLED_BACK] = at(K.CALLED_BACK);
  out[V_RESPONSE] = at(K.RESPONSE_SECONDS);
  out[V_RESPONSE_WITHIN] = at(K.RESPONSE_WITHIN);
  out[V_REACHED] = at(K.ANSWERED) + at(K.PUT_BACK);
  out[V_ABANDONED_WITHIN] = at(K.ABANDONED_WITHIN);
  out[V_VIRTUAL] = at(K.WITHIN) + at(K.ABANDONED_VIRTUAL);
  out[V_DECIDED] = decided;
  out[V_QUEUE_AT_END] = at(K.QUEUE_AT_END);
  out[V_GOOD] = at(K.WITHIN);
  out[V_JUDGED] = decided;
  switch (c.definition) {
    case 'offered':
      break;
    case 'answered':
      out[V_JUDGED] = out[V_REACHED];
      break;
    case 'excludeAbandonsWithin':
      out[V_JUDGED] = decided - at(K.ABANDONED_WITHIN);
      break;
    case 'creditAbandonsWithin':
      out[V_GOOD] = at(K.WITHIN) + at(K.ABANDONED_WITHIN);
      break;
    case 'excludeShortAbandons':
      out[V_JUDGED] = decided - at(K.ABANDONED_SHORT);
      break;
    case 'virtual':
      out[V_GOOD] = out[V_VIRTUAL];
      break;
  }
}
