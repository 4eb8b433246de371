/** What the Channels page does to reasons, handle times and patience, in any order, leaves a document that opens again. */
import { expect, it } from 'vitest';
import { hasTimesBy, mostShareAt, withShareAt, withTimes } from '../../src/scenario/edit-reason-times.ts';
import {
  withFirstReasons,
  withoutReason,
  withReason,
  withReasonHandleTime,
  withReasonPatience,
  withReasonShare,
} from '../../src/scenario/edit-reasons.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { meansOfPatience, meansOfReason, withMeanPatience } from '../../src/scenario/patience.ts';
import { meansOfWork } from '../../src/scenario/reasons.ts';
import type { Patience, PatienceLaw } from '../../src/scenario/schema-customers.ts';
import type { Channel } from '../../src/scenario/schema.ts';
import { exampleChannel, exampleScenario } from './example.ts';
import { generator } from './random-teams.ts';

const LAWS: readonly (PatienceLaw | undefined)[] = [
  undefined,
  { kind: 'hyperexponential', share: 0.3, mean: 24 },
  // 30 an hour in the first minute, then 1 a minute
  {
    kind: 'hazard',
    pieces: [
      { from: 0, perHour: 30 },
      { from: 60, perHour: 60 },
    ],
  },
];
const MEAN_OF_STEPS = 120 - 60 * Math.exp(-0.5);

function edits(seed: number): void {
  const draw = generator(seed);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(draw(0, list.length))]!;
  const share = (): number => pick([0, 1, draw(0, 1), draw(0, 0.001), draw(0.999, 1)]);
  /** Short of the limits, which rounding may miss. */
  const seconds = ({ min, max }: { readonly min: number; readonly max: number }): number =>
    Math.min(0.999 * max, Math.max(1.001 * min, pick([0, 1e9, draw(1, 600), draw(1, 50_000)])));
  const law = pick(LAWS);
  const patience: Patience = { mean: law?.kind === 'hazard' ? MEAN_OF_STEPS : 120, ...(law ? { law } : {}) };
  let channel: Channel & { readonly patience: Patience } = { ...exampleChannel(), patience };
  const done: string[] = [];
  for (let step = 0; step < 20; step++) {
    const { reasons = [] } = channel;
    const { id } = reasons.length > 0 ? pick(reasons) : { id: '' };
    const times = pick(['byWeekday', 'byHour'] as const);
    const most = mostShareAt(
      reasons.find((reason) => reason.id === id) ?? { id, share: 0, handleTimeFactor: 1 },
    );
    const ofReasons: Readonly<Record<string, () => Partial<Channel>>> = {
      add: () => withReason(channel, { name: 'another' }),
      remove: () => (reasons.length > 1 ? withoutReason(channel, id) : {}),
      share: () => withReasonShare(channel, id, share()),
      work: () => withReasonHandleTime(channel, id, seconds({ min: 1, max: 86_400 })),
      wait: () => withReasonPatience(channel, id, seconds(meansOfReason(channel.patience))),
      times: () => ({ reasons: withTimes(reasons, times, draw(0, 1) < 0.8) }),
      at: () =>
        hasTimesBy(reasons, times)
          ? { reasons: withShareAt(reasons, id, times, Math.floor(draw(0, 7)), share() * most) }
          : {},
      mean: () => ({ handling: { ...channel.handling, mean: seconds(meansOfWork(channel, 0)) } }),
      patience: () => ({ patience: withMeanPatience(channel.patience, seconds(meansOfPatience(channel))) }),
    };
    const name = reasons.length === 0 ? 'first' : pick(Object.keys(ofReasons));
    const change = ofReasons[name]?.() ?? withFirstReasons(channel, ['one', 'two']);
    const { patience: waits } = change;
    channel = { ...channel, ...change, patience: waits ?? channel.patience };
    done.push(name);
    expect(
      parseScenario(exampleScenario({ channels: [channel] })),
      `seed ${seed}: ${done.join()}`,
    ).toMatchObject({ ok: true });
  }
}

it('whatever is typed', { tags: 'slow' }, () => {
  for (let seed = 1; seed <= 40; seed++) edits(seed);
});
