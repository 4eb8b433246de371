/** What puts a target out of reach, as the end of a sentence; read by two pages, so apart from the words of either. */
export const reasons = {
  fullShare: 'with any number all agents are busy at times, so 100 % is never reached',
  noWait: 'with any number all agents are busy at times, so the mean wait is never 0 s',
  reply: 'an agent with one single conversation already takes longer to reply',
  oneContact: (work: string) => `one contact alone takes ${work} of work`,
  hours: 'even with endless staff the answers come too late in these opening hours',
  leftOver: 'even with endless staff too many answers come too late, contacts left over from before counted',
  other: 'it lies out of reach of any staffing',
};

export type ReasonMessages = typeof reasons;
