/** A small day with every kind of change in it. */
import type { Day } from '../../src/queueing/transient-day.ts';

/** Up, down, nobody on duty, a handle time of its own; threshold within an interval and beyond one. */
export const rough: Day = {
  intervalLength: 60,
  intervals: [
    { contactsPerHour: 300, agents: 4 },
    { contactsPerHour: 500, agents: 2 },
    { contactsPerHour: 200, agents: 5 },
    { contactsPerHour: 20, agents: 0 },
    { contactsPerHour: 100, agents: 3, handleTime: 30 },
    { contactsPerHour: 240, agents: 3 },
  ],
  handleTime: 50,
  patience: 80,
  threshold: 20,
  tolerance: 1e-10,
};
