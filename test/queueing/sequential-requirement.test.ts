/** Requirements against brute force: every smaller number of agents, one by one, on a small day. */
import { describe, expect, it } from 'vitest';
import { DomainError, UnattainableTarget } from '../../src/errors.ts';
import { dayOutcomes, outcomeLevel } from '../../src/queueing/day-outcomes.ts';
import type { ServiceLevelDefinition } from '../../src/queueing/measures.ts';
import { requiredAgents } from '../../src/queueing/required-agents.ts';
import type { ShiftEnd } from '../../src/queueing/shift-end.ts';
import type { SequentialTargets } from '../../src/queueing/sequential-requirement.ts';
import { sequentialRequirement } from '../../src/queueing/sequential-requirement.ts';

const DEFINITIONS: readonly ServiceLevelDefinition[] = [
  'offered',
  'answered',
  'excludeAbandonsWithin',
  'creditAbandonsWithin',
  'excludeShortAbandons',
  'virtual',
];

const SHORT = 8;

/** A small day: every count of agents can be tried. */
const small = {
  intervalLength: 300,
  handleTime: 120,
  patience: 60,
  tolerance: 1e-4,
  intervals: [60, 240, 90].map((contactsPerHour) => ({ contactsPerHour })),
};

/** Whether the contacts of an interval meet the targets, and those before it still do; its staffing goes on. */
function meetsByHand(
  agents: readonly number[],
  index: number,
  targets: SequentialTargets,
  shiftEnd: ShiftEnd,
): boolean {
  const { serviceLevel: wanted, meanWaitAnswered } = targets;
  const goingOn = small.intervals.slice(0, index + 1).map((item, i) => ({ ...item, agents: agents[i]! }));
  const day = { ...small, shiftEnd, threshold: wanted?.threshold ?? 0, intervals: goingOn };
  const { intervals } = dayOutcomes(day, wanted?.shortAbandon);
  const good = (i: number): boolean => {
    const { answered, waitOfAnswered } = intervals[i]!;
    const level = wanted && outcomeLevel(intervals[i]!, wanted.definition ?? 'offered');
    return (
      (meanWaitAnswered === undefined || waitOfAnswered <= meanWaitAnswered * answered) &&
      (wanted === undefined || level === null || level === undefined || level >= wanted.share)
    );
  };
  const falls = index > 0 && agents[index]! < agents[index - 1]!;
  return good(index) && (!falls || intervals.slice(0, index).every((_, i) => good(i)));
}

describe('sequential requirement in every definition', () => {
  const cases: readonly (readonly [string, SequentialTargets])[] = [
    ...DEFINITIONS.map(
      (definition) =>
        [
          definition,
          { serviceLevel: { share: 0.8, threshold: 15, definition, shortAbandon: SHORT } },
        ] as const,
    ),
    ['mean wait', { meanWaitAnswered: 12 }],
  ];

  it.each(cases)('is least by trying every smaller number: %s', { tags: 'slow' }, (name, targets) => {
    const shiftEnds: readonly ShiftEnd[] =
      name === 'mean wait'
        ? ['named', 'preemptive', 'pooled']
        : name === 'offered'
          ? ['named', 'preemptive']
          : ['named'];
    for (const shiftEnd of shiftEnds) {
      const { agents } = sequentialRequirement({ ...small, shiftEnd }, targets);
      for (const [i, least] of agents.entries()) {
        const meets = (own: number) => meetsByHand(agents.with(i, own), i, targets, shiftEnd);
        expect(meets(least), `${i}: ${least}`).toBe(true);
        for (let fewer = least - 1; fewer >= 1; fewer--) expect(meets(fewer), `${i}: ${fewer}`).toBe(false);
      }
    }
  });

  it.each(cases)('is the stationary requirement at constant rates: %s', (_, targets) => {
    const line = { contactsPerHour: 200, handleTime: 180, patience: 120 };
    const intervals = Array.from({ length: 4 }, () => ({ contactsPerHour: 200 }));
    const { agents } = sequentialRequirement(
      { intervalLength: 3600, handleTime: 180, patience: 120, tolerance: 1e-5, intervals },
      targets,
    );
    expect(agents.at(-1)).toBe(requiredAgents(line, targets));
  });

  it('puts the definitions in their order: credit asks for least, offered for most', () => {
    const total = (definition: ServiceLevelDefinition) =>
      sequentialRequirement(small, {
        serviceLevel: { share: 0.8, threshold: 15, definition },
      }).agents.reduce((sum, n) => sum + n, 0);
    const [offered, answered, excluded, credited] = DEFINITIONS.map(total);
    expect(credited).toBeLessThanOrEqual(excluded!);
    expect(excluded).toBeLessThanOrEqual(offered!);
    expect(answered).toBeLessThanOrEqual(offered!);
    expect(credited).toBeLessThan(offered!);
  });

  it('rejects what cannot be', () => {
    expect(() => sequentialRequirement(small, {})).toThrow(DomainError);
    expect(() => sequentialRequirement(small, { meanWaitAnswered: 0 })).toThrow(UnattainableTarget);
  });
});
