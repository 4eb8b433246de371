/** Mailboxes while they are closed: the clock stands still, and so does the work. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import type { WeekHours } from '../../src/scenario/schema.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

/** A mailbox with one agent at every hour of the week. */
const mailbox = (open: WeekHours) =>
  exampleScenario({
    channels: [
      exampleChannel({
        id: 'post',
        kind: 'email',
        patience: null,
        open,
        targets: { firstResponse: { percentile: { share: 0.9, within: 36_000 } } },
      }),
    ],
    groups: [
      exampleGroup({
        skills: [{ channel: 'post', priority: 1 }],
        staffing: { kind: 'counts', agents: Array.from({ length: 168 }, () => 1) },
      }),
    ],
  });
const total = (list: ArrayLike<number> | undefined): number =>
  Array.from(list ?? []).reduce((a, b) => a + b, 0);

describe('a closed mailbox', () => {
  it('that never opens answers nobody and keeps no promise, as simulated', () => {
    const never = mailbox(Array.from({ length: 7 }, () => []));
    const [post] = analyse(never).channels;
    expect(total(post?.offered)).toBeGreaterThan(0);
    expect(total(post?.expected.answered)).toBe(0);
    expect(post?.targets[0]).toMatchObject({ value: null, chance: 0 });
    const [simulated] = simulate(never, { seed: 1, replications: 4 }).channels;
    expect(simulated?.targetsMet?.value).toBe(0);
  });

  it('has nobody at work', () => {
    const [post] = analyse(
      mailbox(Array.from({ length: 7 }, (_, day) => (day < 5 ? [['09:00', '17:00']] : []))),
    ).channels;
    expect(total(post?.expected.busy)).toBeGreaterThan(0);
    expect(total(post?.expected.busy.filter((_, i) => post.open[i] === 0))).toBe(0);
  });
});
