/** The shifts of a group; loads with their table. */
export const shifts = {
  text: 'Times are those of the clock; what ends the next day goes on past 24:00 (30:00 is six in the morning). Names are optional: those beyond the list are numbered.',
  caption: (group: string) => `Shifts of ${group}`,
  number: 'Shift',
  days: 'Days',
  start: 'Start',
  end: 'End',
  agents: 'Agents',
  names: 'Names',
  breaks: 'Breaks',
  of: (what: string, number: string) => `${what}, shift ${number}`,
  breakOf: (entry: string, number: string) => `Break ${entry}, shift ${number}`,
  someWeeks: (day: string) => `${day}, in some of the weeks`,
  add: 'Add a shift',
  remove: (number: string) => `Remove shift ${number}`,
  addBreak: 'Break',
  addBreakTo: (number: string) => `Add a break to shift ${number}`,
  removeBreak: (what: string, number: string) => `Remove the break ${what} from shift ${number}`,
  pages: 'Pages of shifts',
  none: 'No shift yet: nobody of this group is planned.',
  notATime: (example: string) => `A time such as ${example}.`,
  notABreak: 'From and to, such as 10:00–10:15.',
  problem: {
    endFirst: () => 'A shift ends after it starts; past midnight the hours go on: 25:30.',
    breakEndFirst: (what: string) => `The break ${what} must end after it starts.`,
    breaksOverlap: (what: string) => `The break ${what} overlaps another one.`,
    breakOutside: (what: string) => `The break ${what} is not within its shift.`,
    moreNames: () => 'More names than the shift has agents.',
    manyNames: () => 'At most 1,000 names.',
    longName: (what: string) => `“${what.slice(0, 20)}…” is longer than 60 characters.`,
    elsewhere: (what: string) => `${what} would be on two shifts at once.`,
  },
  /** A rule broken by another shift than the one changed. */
  inShift: (number: string, problem: string) => `Shift ${number}: ${problem}`,
};

export type Shifts = typeof shifts;
