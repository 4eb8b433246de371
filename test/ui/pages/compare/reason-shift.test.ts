import { describe, expect, it } from 'vitest';
import type { ReasonDifference } from '../../../../src/simulation/compare-reasons.ts';
import type { Estimate } from '../../../../src/simulation/summary.ts';
import { hourRows, levelRows, mostMoved } from '../../../../src/ui/pages/compare/reason-shift.ts';

const around = (value: number, half: number): Estimate => ({ value, low: value - half, high: value + half });
const reason = (id: string, hours: Estimate, level: Estimate | null): ReasonDifference => ({
  id,
  arrivals: around(0, 0),
  offered: around(0, 0),
  serviceLevel: level,
  abandonment: null,
  meanWaitAnswered: null,
  firstResponse: null,
  firstResponseWithin: null,
  solvedByBot: null,
  handleTime: null,
  workHours: hours,
});

describe('the reason that moves most', () => {
  it('is the one whose hours do, of those that are settled', () => {
    const moved = mostMoved(
      [reason('a', around(-3, 1), null), reason('b', around(9, 10), null), reason('c', around(2, 1), null)],
      'serviceLevel',
    );
    expect([moved?.reason.id, moved?.unit]).toEqual(['a', 'count']);
  });

  it('is the one whose promise does, where no hours are settled', () => {
    const moved = mostMoved(
      [reason('a', around(1, 2), around(0.01, 0.005)), reason('b', around(1, 2), around(-0.04, 0.01))],
      'serviceLevel',
    );
    expect([moved?.reason.id, moved?.unit]).toEqual(['b', 'share']);
    expect(mostMoved([reason('a', around(1, 2), around(0.01, 0.02))], 'serviceLevel')).toBeNull();
  });
});

it('judges a promise only where its interval leaves nought out, and hours never', () => {
  const levels = [around(0.1, 0.05), around(-0.1, 0.05), around(0.1, 0.2), around(0, 0), null];
  const reasons = levels.map((level, i) => reason(String(i), around(i, 0.5), level));
  expect(levelRows(reasons, 'serviceLevel').map(({ verdict }) => verdict)).toEqual([
    'better',
    'worse',
    'open',
    'same',
  ]);
  expect(hourRows(reasons).map(({ verdict }) => verdict)).toEqual([
    'open',
    'moved',
    'moved',
    'moved',
    'moved',
  ]);
});
