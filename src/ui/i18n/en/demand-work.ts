/** What the demand page opens on request: adjustments, channel mix, history and its forecast. */
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');
const s = (count: number, one: string, other: string) => plural(count, { one, other });

export const demandWork = {
  // Adjustments
  adjustTitle: 'Adjust by hand',
  adjustSummary: (before: string, after: string) => `${before} contacts become ${after}`,
  adjustNone: (contacts: string) =>
    `The figures stand as they are: **${contacts} contacts**. What you know beyond them goes on top, with who and why.`,
  adjustSum: (before: string, after: string) =>
    `Before adjustments **${before}** contacts, after them **${after}**. The figures below stay kept; what-if sliders and peak events come on top.`,
  adjustList: 'Adjustments, in their order',
  adjustAdded: (contacts: string) => `${contacts} contacts`,
  adjustTotalled: (contacts: string) => `total of ${contacts} contacts`,
  adjustFormula: (formula: string) => `formula ${formula}`,
  adjustCells: (count: number, shown: string) =>
    s(count, `${shown} interval by hand`, `${shown} intervals by hand`),
  adjustEffect: (contacts: string) => `${contacts} in all`,
  adjustNoReason: 'no reason given',
  adjustNobody: 'nobody named',
  adjustRemove: (what: string) => `Remove the adjustment: ${what}`,
  adjustRemoveShort: 'Remove',
  adjustWho: 'Who',
  adjustWhy: 'Why',
  adjustWhyExample: 'tax letters go out on Monday',
  adjustKind: 'Change',
  adjustKinds: { scale: 'by percent', add: 'by contacts', total: 'to a total', formula: 'by formula' },
  adjustPercent: 'Percent',
  adjustContacts: 'Contacts',
  adjustAdd: 'Add this adjustment',
  gridTitle: 'Interval by interval',
  gridLabel: (channel: string) => `Contacts by time and day, ${channel}`,
  gridHint:
    'Type over a cell, or copy and paste to and from a spreadsheet. Shift with the arrows selects, Delete brings the figure before back.',
  gridTime: 'Time',
  gridCell: (when: string) => `Contacts, ${when}`,
  gridNoNumber: (entry: string) => `“${entry}” is no number of contacts; nothing was taken.`,
  gridTaken: (count: number, shown: string) =>
    s(count, `${shown} interval taken.`, `${shown} intervals taken.`),
  gridOutside: (count: string) => `${count} lie outside the sheet and were left out.`,
  gridCleared: 'The figures before stand again.',
  gridCopied: (count: string) => `${count} copied.`,
  // Channel mix
  mixTitle: 'Move contacts between channels',
  mixSummary: (moved: string, share: string) => `${moved} contacts (${share}) change channel`,
  mixNone:
    'Describe customer segments (age bands, personas) by the channels they prefer, then move those shares: contacts move with them, and their total stays.',
  mixStart: 'Describe segments',
  mixEverybody: 'Everybody',
  mixNew: 'New segment',
  mixMoved: (moved: string, share: string, all: string) =>
    `**${moved} contacts** (${share}) arrive on another channel; the total stays **${all}**.`,
  mixTable: 'Contacts by channel before and after the shift',
  mixChannel: 'Channel',
  mixBefore: 'Before',
  mixAfter: 'After',
  mixChange: 'Change',
  mixSegment: 'Segment',
  mixWeight: 'Share of contacts',
  mixRemoveSegment: (name: string) => `Remove ${name}`,
  mixNow: (channel: string) => `${channel} now`,
  mixThen: (channel: string) => `${channel} then`,
  mixAdd: 'Add a segment',
  mixRemove: 'Undo the shift for good',
  mixAssumes:
    'Assumes that one need makes one contact on any channel, at the time it would have come, and takes the handle time of its new channel.',
  //END
};

export type DemandWork = typeof demandWork;
