/** Applying the requirement twice is applying it once. */
import { describe, expect, it } from 'vitest';
import { scaled } from '../../src/scenario/what-if.ts';
import { bundled, emergencyCalls, movedByAnother, saysNothingMore } from './applied-twice.ts';

describe('a requirement once applied', () => {
  // Of which the second application took off 11 agents, and the third none.
  it('leaves nothing to apply where pace and writers depend on it', { tags: 'slow' }, () => {
    const retailer = scaled(bundled('retail-peak-week.json'), 'volume', 1.2);
    expect(movedByAnother(retailer, 'assured')).toBe(0);
    expect(saysNothingMore(retailer)).toBe(true);
  });

  it('leaves nothing to apply where it turns the plan over', { tags: 'slow' }, () => {
    expect(movedByAnother(emergencyCalls(), 'assured')).toBe(0);
  });

  it('leaves nothing to apply of a small team', () => {
    expect(movedByAnother(bundled('small-team.json'), 'assured')).toBe(0);
    expect(movedByAnother(bundled('small-team.json'), 'expected')).toBe(0);
  });
});
