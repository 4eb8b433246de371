import { describe, expect, it } from 'vitest';
import type { SpecialDay } from '../../src/scenario/schema.ts';
import { forecastMarks, specialDaysOf } from '../../src/scenario/special-days.ts';
import { withoutChannel } from '../../src/scenario/structure.ts';
import { issuesOf } from './changed.ts';
import { exampleChannel, exampleScenario } from './example.ts';

const all: SpecialDay = { date: '2026-03-02', kind: 'billRun', name: 'Bills' };
const phone: SpecialDay = { ...all, name: 'Bills by phone', channel: 'phone' };
const mail: SpecialDay = { ...all, date: '2026-03-03', name: 'Mailing', channel: 'email' };

describe('special days of one channel', () => {
  it('are its own in place of those of all', () => {
    const names = (channel: string | null) =>
      specialDaysOf([all, phone, mail], channel).map(({ name }) => name);
    expect(names('phone')).toEqual(['Bills by phone']);
    expect(names('email')).toEqual(['Bills', 'Mailing']);
    expect(names(null)).toEqual(['Bills']);
    expect(specialDaysOf(undefined, 'phone')).toEqual([]);
    expect(forecastMarks([all, phone], 'phone')).toEqual([{ date: '2026-03-02', label: 'Bills by phone' }]);
  });

  it('name a channel that there is, and leave with it', () => {
    const channels = [exampleChannel(), exampleChannel({ id: 'chat' })];
    const marked = exampleScenario({ channels, specialDays: [all, phone] });
    expect(issuesOf(marked)).toEqual([]);
    expect(issuesOf({ ...marked, specialDays: [mail] })).toEqual([
      'unknown-channel $.specialDays[0].channel',
    ]);
    expect(withoutChannel(marked, 'chat').specialDays).toEqual([all, phone]);
    expect(withoutChannel(marked, 'phone').specialDays).toEqual([all]);
    expect(withoutChannel({ ...marked, specialDays: [phone] }, 'phone')).not.toHaveProperty('specialDays');
  });
});
