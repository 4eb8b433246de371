/** What laws of handle times and of patience must be beside the mean and the variation they are written with. */
import { MOST_VALUES, cvRange, isCvOf, momentsOf } from './work-law.ts';
import type { Part } from './part.ts';
import { meanOfHazard } from './hazard.ts';
import type { HazardPiece, WorkLaw } from './schema-customers.ts';

/** Means may miss that of their hazard by rounding. */
const MEAN_TOLERANCE = 0.01;

/** Of a channel, or of a reason: a law and the variation beside it. */
export function checkWorkLaw(whole: Part): void {
  const law = whole.at('law');
  const cv = whole.at('cv');
  if (law.value === undefined) return;
  if (cv.value === undefined) {
    law.report({ code: 'not-accepted', allowed: 'absent without a cv beside it, which is that of the law' });
    return;
  }
  const known = workLawOf(law);
  if (known === null || typeof cv.value !== 'number' || isCvOf(known, cv.value)) return;
  const { min, max } = cvRange(known) ?? { min: 0, max: 10 };
  const at = (value: number): number => Number(value.toPrecision(4));
  cv.report({
    code: 'out-of-range',
    allowed:
      known.kind === 'exponential'
        ? '1, as of every exponential law'
        : known.kind === 'empirical'
          ? `${at(momentsOf(known.values).cv)}, that of the values`
          : `from ${at(min)} to below ${at(max)}, as the law varies`,
    values: { min, max },
  });
}

/** Null for what document.ts reports. */
function workLawOf(law: Part): WorkLaw | null {
  const kind = law.at('kind').value;
  switch (kind) {
    case 'gamma':
    case 'weibull':
    case 'exponential':
      return { kind };
    case 'hyperexponential': {
      const share = law.at('share').value;
      return typeof share === 'number' && share > 0 && share < 1 ? { kind, share } : null;
    }
    case 'empirical': {
      const values = numbersOf(law.at('values'));
      if (values === null || values.length > MOST_VALUES) return null;
      if (values.length >= 2 && values.some((value) => value > 0)) return { kind, values };
      law.at('values').report({ code: 'empty', allowed: 'a list of at least two handle times, not all 0' });
      return null;
    }
    default:
      return null;
  }
}

function numbersOf(list: Part): number[] | null {
  const values = list.items().map(({ value }) => value);
  const isTime = (value: unknown): value is number =>
    typeof value === 'number' && value >= 0 && value < Infinity;
  return Array.isArray(list.value) && values.every(isTime) ? values : null;
}

/** Pieces of a hazard, and the mean patience beside them. */
export function checkHazard(whole: Part, mean: Part): void {
  if (!Array.isArray(whole.value)) return;
  const items = whole.items();
  const pieces = items.map((item): HazardPiece => {
    return { from: Number(item.at('from').value), perHour: Number(item.at('perHour').value) };
  });
  const first = items[0];
  const last = items.at(-1);
  if (!first || !last) {
    whole.report({ code: 'empty', allowed: 'a list of at least one piece' });
    return;
  }
  if (pieces.some(({ from, perHour }) => !(from >= 0 && perHour >= 0))) return;
  if (pieces[0]?.from !== 0)
    first.at('from').report({ code: 'not-accepted', allowed: '0, where the wait begins' });
  const early = items.find((_, k) => k > 0 && !((pieces[k]?.from ?? 0) > (pieces[k - 1]?.from ?? 0)));
  early?.at('from').report({ code: 'wrong-order', allowed: 'later than the piece before it' });
  if (pieces.at(-1)?.perHour === 0)
    last.at('perHour').report({ code: 'out-of-range', allowed: 'above 0: in the end everybody gives up' });
  else if (!early && pieces[0]?.from === 0 && typeof mean.value === 'number') {
    const own = meanOfHazard(pieces);
    if (Math.abs(mean.value / own - 1) > MEAN_TOLERANCE)
      mean.report({
        code: 'not-accepted',
        allowed: `${Number(own.toPrecision(4))} s, the mean of its law`,
        values: { mean: own },
      });
  }
}
