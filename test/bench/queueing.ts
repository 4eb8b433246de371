import { erlangA, requiredAgents, transientDay } from '../../src/index.ts';
import { agentEffects } from '../../src/queueing/day-effects.ts';
import { erlangASums } from '../../src/queueing/erlang-a.ts';
import { WAITING_SUMS } from '../../src/queueing/erlang-a-kernel.ts';
import { sequentialRequirement } from '../../src/queueing/sequential-requirement.ts';
import { queueRequirement } from '../../src/staffing/requirement.ts';
import { medianSeconds, type Figure } from './figure.ts';

/** Half-hours as they come in a week: load from a handful to a hundred erlangs, staffed around it. */
const halfHours = Array.from({ length: 336 }, (_, i) => {
  const contactsPerHour = 40 + 560 * (0.5 - 0.5 * Math.cos((2 * Math.PI * (i % 48)) / 48));
  const handleTime = 240 + (i % 7) * 20;
  const agents = Math.max(1, Math.round((contactsPerHour * handleTime) / 3600 + ((i % 5) - 1) * 2));
  return { contactsPerHour, handleTime, patience: 90 + (i % 3) * 60, agents };
});
const targets = { serviceLevel: { share: 0.8, threshold: 20 }, abandonment: 0.05 };

/** Twelve hours in quarters with two peaks of `peak` erlangs, handle time 4 min, patience 2 min. */
function twoPeaks(peak: number) {
  const loads = Array.from(
    { length: 48 },
    (_, i) => peak * (0.42 + 0.5 * Math.abs(Math.sin((i / 47) * 2 * Math.PI))),
  );
  return {
    intervalLength: 900,
    handleTime: 240,
    patience: 120,
    intervals: loads.map((load) => ({ contactsPerHour: load * 15 })),
  };
}

/** One measure at one threshold, without closures: nanoseconds to microseconds. */
function measureFigures(): Figure[] {
  const out = new Float64Array(WAITING_SUMS);
  return [10, 100, 1000, 10_000].map((agents) => {
    const times = Math.ceil(20_000 / Math.sqrt(agents));
    // Two milliseconds a run: some for the compiler, and many, as others use the machine as well.
    const work = (): void => {
      for (let i = 0; i < times; i++) erlangASums(out, agents * 0.97 + i * 1e-6, 180, 120, agents, 20);
    };
    const seconds = medianSeconds(work, 51, 10);
    return {
      name: `Erlang A, every measure at one threshold, ${agents} agents`,
      value: (seconds / times) * 1e6,
      unit: 'µs',
      ...(agents === 1000 ? { aim: { atMost: 3 } } : {}),
    };
  });
}

function dayFigures(): Figure[] {
  return [64, 577].flatMap((peak): Figure[] => {
    const demand = twoPeaks(peak);
    const target = { serviceLevel: { share: 0.8, threshold: 20 } };
    const plan = sequentialRequirement({ ...demand, tolerance: 1e-3 }, target);
    const day = {
      ...demand,
      threshold: 20,
      intervals: demand.intervals.map((item, i) => ({ ...item, agents: plan.agents[i] ?? 0 })),
    };
    // Compiled as it is when a slider has moved for a second.
    const coarse = medianSeconds(() => transientDay({ ...day, tolerance: 1e-3 }), 21, 20);
    const fine = medianSeconds(() => transientDay(day));
    const effects = medianSeconds(() => agentEffects({ ...day, tolerance: 1e-3 }), 7, 6);
    const staffing = medianSeconds(() => sequentialRequirement({ ...demand, tolerance: 1e-3 }, target), 3);
    return [
      {
        name: `exact day, 48 intervals, ${peak} erlangs, tolerance 1e-3`,
        value: coarse * 1e3,
        unit: 'ms',
        aim: { atMost: peak === 64 ? 10 : 50 },
      },
      { name: `exact day, 48 intervals, ${peak} erlangs, tolerance 1e-5`, value: fine * 1e3, unit: 'ms' },
      {
        name: `one agent more and less in each of 48 intervals, ${peak} erlangs`,
        value: effects / coarse,
        unit: 'day solves',
        aim: { atMost: 5 },
        note: 'in units of the same day at tolerance 1e-3',
      },
      {
        name: `sequential staffing of the day, ${peak} erlangs`,
        value: staffing,
        unit: 's',
        ...(peak === 577 ? { aim: { atMost: 0.5 } } : {}),
      },
    ];
  });
}

/** What other targets and shift ends take: a mean wait follows everybody to his answer. */
function staffingFigures(): Figure[] {
  const level = { share: 0.8, threshold: 20 };
  const cases = [
    ['answered, named', 577, 'named', { serviceLevel: { ...level, definition: 'answered' } }],
    ['virtual, named', 577, 'named', { serviceLevel: { ...level, definition: 'virtual' } }],
    ['abandonment, named', 577, 'named', { abandonment: 0.03 }],
    ['mean wait, named', 577, 'named', { meanWaitAnswered: 10 }],
    ['offered, put back', 577, 'preemptive', { serviceLevel: level }],
    ['mean wait, put back', 577, 'preemptive', { meanWaitAnswered: 10 }],
    ['answered, put back', 577, 'preemptive', { serviceLevel: { ...level, definition: 'answered' } }],
    ['offered, pooled', 64, 'pooled', { serviceLevel: level }],
    ['mean wait, pooled', 64, 'pooled', { meanWaitAnswered: 10 }],
  ] as const;
  return cases.map(([name, peak, shiftEnd, targets]) => {
    const demand = { ...twoPeaks(peak), shiftEnd, tolerance: 1e-3 };
    return {
      name: `sequential staffing, ${peak} erlangs: ${name}`,
      value: medianSeconds(() => sequentialRequirement(demand, targets), 3),
      unit: 's',
      aim: { atMost: 0.5 },
    };
  });
}

/** The visible channel while a step of its staffing is dragged: a hundred agents at the peak. */
function dragFigures(): Figure[] {
  const demand = twoPeaks(105);
  const day = {
    ...demand,
    threshold: 20,
    tolerance: 1e-3,
    intervals: demand.intervals.map((item) => ({
      ...item,
      agents: Math.ceil(item.contactsPerHour / 15) + 3,
    })),
  };
  const peak = Math.max(...day.intervals.map(({ agents }) => agents));
  const seconds = medianSeconds(() => transientDay(day), 21, 20);
  return [
    {
      name: `a drag solves the day anew, ${peak} agents`,
      value: seconds * 1e3,
      unit: 'ms',
      aim: { atMost: 16 },
    },
  ];
}

export function queueingFigures(): Figure[] {
  const measures = medianSeconds(() => halfHours.map((queue) => erlangA(queue).answeredWithin(20)));
  const required = medianSeconds(() => halfHours.map((queue) => requiredAgents(queue, targets)));
  const large = medianSeconds(() =>
    Array.from({ length: 100 }, (_, i) =>
      requiredAgents({ contactsPerHour: 12_000 + i, handleTime: 300, patience: 120 }, targets),
    ),
  );
  const handleTime = halfHours.map(() => 280);
  const week = medianSeconds(() =>
    [1, 1.3, 1.7, 2.1, 2.6].map((factor) =>
      queueRequirement(
        { contactsPerHour: halfHours.map((queue) => queue.contactsPerHour * factor), handleTime },
        120,
        [targets],
      ),
    ),
  );
  return [
    { name: 'Erlang A, all measures of a half-hour', value: halfHours.length / measures, unit: 'per second' },
    { name: 'least agents for two targets', value: halfHours.length / required, unit: 'half-hours/s' },
    { name: 'least agents at 1,000 erlangs', value: (large / 100) * 1e6, unit: 'µs', aim: { atMost: 50 } },
    { name: 'requirement of a week, five channels', value: week * 1e3, unit: 'ms', aim: { atMost: 16 } },
    ...measureFigures(),
    ...dayFigures(),
    ...dragFigures(),
    ...staffingFigures(),
  ];
}
