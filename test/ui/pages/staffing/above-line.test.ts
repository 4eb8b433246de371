import { describe, expect, it } from 'vitest';
import { formatsFor } from '../../../../src/ui/format.ts';
import { closer } from '../../../../src/ui/i18n/en/closer.ts';
import { closer as closerFr } from '../../../../src/ui/i18n/fr/closer.ts';
import { aboveLine } from '../../../../src/ui/pages/staffing/above-line.ts';
import { exampleChannel, exampleGroup, exampleScenario } from '../../../scenario/example.ts';

const english = { f: formatsFor('en', 'EUR') };
const step = (planned: number) => ({ required: 4, assured: 5, planned, open: true });
const alone = exampleScenario({ assurance: 0.8 });
const shared = exampleScenario({
  channels: [exampleChannel(), exampleChannel({ id: 'chat' })],
  groups: [
    exampleGroup({
      skills: [
        { channel: 'phone', priority: 1 },
        { channel: 'chat', priority: 2 },
      ],
    }),
  ],
});

describe('a requirement drawn above the line', () => {
  it('is explained only where it is', () => {
    const at = (...planned: number[]) => aboveLine({ steps: planned.map(step) }, alone, 0, closer, english);
    expect(at(4, 4)).toBeNull();
    expect(at(4, 3)).toBeNull();
    expect(at(4, 5)).toMatch(/above the line.* for 80\s?% of weeks\.$/);
  });

  it('names the other channels where agents are shared, one channel at a time', () => {
    const view = { steps: [step(6)] };
    expect(aboveLine(view, shared, 0, closer, english)).toMatch(/serve other channels too\.$/);
    expect(aboveLine(view, shared, null, closer, english)).not.toContain('other channels');
    expect(aboveLine(view, shared, 1, closerFr, { f: formatsFor('fr', 'EUR') })).toMatch(
      /dépasse .* et sert aussi d’autres canaux\.$/,
    );
  });
});
