import { castDraft } from 'immer';
import { describe, expect, it } from 'vitest';
import { newScenario } from '../../../../src/scenario/defaults.ts';
import {
  groupsOn,
  isPacedOn,
  paceOn,
  suggestedPace,
  withPace,
} from '../../../../src/ui/pages/demand/tenure-edit.ts';

describe('the pace of a band of tenure', () => {
  it('goes to a group on one channel, and is left out where it is the usual', () => {
    const scenario = castDraft(newScenario('Plan', { timeZone: 'UTC', start: '2026-03-02' }));
    const [group] = scenario.groups;
    const channel = group?.skills[0]?.channel ?? '';
    if (!group) throw new Error('no group');
    expect(groupsOn(scenario, channel)).toContain(group);
    expect(groupsOn(scenario, 'no such channel')).toEqual([]);
    expect(isPacedOn(scenario, channel)).toBe(false);
    withPace(group, channel, 0.74);
    expect(paceOn(group, channel)).toBe(0.74);
    expect(isPacedOn(scenario, channel)).toBe(true);
    withPace(group, 'no such channel', 2);
    withPace(group, channel, 1);
    expect(group.skills[0]).not.toHaveProperty('speed');
    expect(paceOn(group, 'no such channel')).toBe(1);
  });

  it('is a whole per cent, within what a scenario may hold', () => {
    // 1 / 1.357 = 0.7369
    expect(suggestedPace({ factor: 1.357 })).toBe(0.74);
    expect(suggestedPace({ factor: 0.05 })).toBeNull();
    expect(suggestedPace({ factor: 20 })).toBeNull();
  });
});
