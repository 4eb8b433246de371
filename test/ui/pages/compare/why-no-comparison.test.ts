import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/scenario/analyse.ts';
import type { Scenario } from '../../../../src/scenario/schema.ts';
import { en } from '../../../../src/ui/i18n/en.ts';
import { whyNoComparison } from '../../../../src/ui/pages/compare/why-no-comparison.ts';
import { whyNoVerdict } from '../../../../src/ui/pages/nothing-yet.tsx';
import { onePhoneDay } from '../../../scenario/one-phone-day.ts';

const withoutContacts = (scenario: Scenario): Scenario => ({
  ...scenario,
  channels: scenario.channels.map((channel) => ({ ...channel, volumeFactor: 0 })),
});

const busy = analyse(onePhoneDay(10));
const idle = analyse(withoutContacts(onePhoneDay(10)));
const empty = analyse(withoutContacts(onePhoneDay(0)));

describe('whyNoVerdict', () => {
  it('judges nothing while no contact is expected, whoever is planned', () => {
    expect(whyNoVerdict(empty, en)).toBe(en.shell.nothingYet);
    expect(whyNoVerdict(idle, en)).toBe(en.channels.answerNoContacts);
    expect(whyNoVerdict(busy, en)).toBeNull();
  });
});

describe('whyNoComparison', () => {
  it('compares only two scenarios with contacts', () => {
    expect(whyNoComparison(busy, busy, en)).toBeNull();
    expect(whyNoComparison(empty, busy, en)).toBe(en.compare.baselineEmpty);
    expect(whyNoComparison(idle, busy, en)).toBe(en.compare.baselineEmpty);
    expect(whyNoComparison(busy, empty, en)).toBe(en.shell.nothingYet);
    expect(whyNoComparison(empty, empty, en)).toBe(en.shell.nothingYet);
  });
});
