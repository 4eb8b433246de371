import { describe, expect, it } from 'vitest';
import { differences } from '../../src/scenario/differences.ts';
import { onePhoneDay } from './one-phone-day.ts';

const base = onePhoneDay(12);
const [phone] = base.channels;
const [team] = base.groups;
if (!phone || !team) throw new Error('no channel');

describe('differences', () => {
  it('finds none between a scenario and itself', () => {
    expect(differences(base, structuredClone(base))).toEqual([]);
  });

  it('names each changed input once, with both values', () => {
    const changed = {
      ...base,
      assurance: 0.95,
      channels: [{ ...phone, volumeFactor: 1.15, patience: { mean: 90 } }],
    };
    expect(differences(base, changed)).toEqual([
      { section: 'scenario', id: null, field: 'assurance', before: 0.9, after: 0.95, entries: null },
      { section: 'channel', id: 'phone', field: 'volumeFactor', before: 1, after: 1.15, entries: null },
      { section: 'channel', id: 'phone', field: 'patience.mean', before: 120, after: 90, entries: null },
    ]);
  });

  it('counts the intervals of a changed plan', () => {
    const [only] = differences(base, onePhoneDay(13));
    expect(only).toMatchObject({ section: 'group', id: 'team', field: 'staffing.agents', entries: 24 });
  });

  it('says of a source or a plan of another kind only that', () => {
    const profile = { kind: 'profile' as const, perDay: [100], shares: [[1]] };
    const changed = {
      ...base,
      channels: [{ ...phone, demand: { ...phone.demand, source: profile } }],
      groups: [{ ...team, staffing: { kind: 'shifts' as const, shifts: [] } }],
    };
    expect(differences(base, changed)).toMatchObject([
      { field: 'demand.source', before: 'typed', after: 'profile' },
      { field: 'staffing', before: 'counts', after: 'shifts' },
    ]);
  });

  it('tells what came and what went', () => {
    const extra = { ...base, groups: [...base.groups, { ...team, id: 'evening' }] };
    expect(differences(base, extra)).toMatchObject([{ section: 'group', id: 'evening', before: null }]);
    expect(differences(extra, base)).toMatchObject([{ section: 'group', id: 'evening', after: null }]);
  });
});
