import { describe, expect, it } from 'vitest';
import { seriesDefaults } from '../../src/app/import-plan.ts';
import type { SeriesFacts } from '../../src/history/series-facts.ts';
import { seriesFacts } from '../../src/history/series-facts.ts';
import { parseDate } from '../../src/numeric/civil-date.ts';
import { exampleScenario } from '../scenario/example.ts';

/** Days with 100 contacts each. */
function series(channel: string, first: string, last: string): SeriesFacts {
  const dayOf = (date: string) => parseDate(date) ?? expect.fail();
  const [from, to] = [dayOf(first), dayOf(last)];
  const starts = Int32Array.from({ length: to - from + 1 }, (_, day) => (from + day) * 1440);
  return seriesFacts({
    channel,
    intervalMinutes: 1440,
    starts,
    values: new Float64Array(starts.length).fill(100),
    known: new Uint8Array(starts.length).fill(1),
  });
}

describe('what an import proposes', () => {
  it('leaves aside a series that stopped long before the others', () => {
    const list = [
      series('phone old', '2025-01-01', '2025-12-31'),
      series('other', '2025-01-01', '2026-01-30'),
      series('phone', '2025-01-01', '2026-03-31'),
    ];
    const { choices } = seriesDefaults(list, exampleScenario());
    expect(choices).toEqual([{ channel: null }, { channel: null }, { channel: 'phone' }]);
  });

  it('does so as well where no name is known, and sums what goes on', () => {
    const list = [
      series('x', '2025-01-01', '2026-02-01'),
      series('y', '2025-01-01', '2026-02-03'),
      series('z', '2025-01-01', '2026-03-31'),
    ];
    const { choices } = seriesDefaults(list, exampleScenario());
    // 58, 56 and no days before the end: more than eight weeks are too many
    expect(choices).toEqual([{ channel: null }, { channel: 'phone' }, { channel: 'phone' }]);
  });
});
