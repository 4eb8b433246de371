/** Small teams drawn at random: whose agents hold conversations of several channels, or answer calls and write. */
import type { AgentGroup, Channel, Scenario } from '../../src/scenario/schema.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

/** A 32-bit generator (mulberry32), so that runs repeat. */
export function generator(seed: number): (low: number, high: number) => number {
  let state = seed * 7919;
  return (low, high) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return low + ((high - low) * ((t ^ (t >>> 14)) >>> 0)) / 2 ** 32;
  };
}

const allDay = Array.from({ length: 7 }, () => [['00:00', '24:00']] as const);

/** A week of hours with a wave over the day. */
function wave(perHour: number, swing: number): number[] {
  return Array.from({ length: 168 }, (_, h) => perHour * (1 + swing * Math.sin((h / 24) * 2 * Math.PI)));
}

/** Agents enough for a load by the hour, a little more or less. */
function staff(perHour: readonly number[], secondsEach: number, busy: number): number[] {
  return perHour.map((contacts) => Math.max(1, Math.round((contacts * secondsEach) / 3600 / busy)));
}

/** Chat and messaging: groups that both serve both, or one of them, by the seed. */
export function sharedTalk(seed: number): Scenario {
  const draw = generator(seed);
  const whole = (low: number, high: number): number => Math.floor(draw(low, high + 1));
  const talk = (id: string, kind: 'chat' | 'messaging', slow: number): Channel => {
    const agentTurn = draw(20, 35);
    return exampleChannel({
      id,
      kind,
      open: allDay,
      handling: { mean: draw(240, 480), cv: draw(0.6, 1.2), afterContact: draw(0, 30) },
      patience: { mean: draw(120, 300) * slow },
      conversation: {
        limit: whole(2, 3) + (kind === 'messaging' ? whole(0, 2) : 0),
        agentTurn,
        customerTurn: draw(30, 70) * slow,
      },
      targets: {
        firstResponse: { mean: 60, percentile: { share: 0.8, within: kind === 'chat' ? 60 : 120 } },
        abandonment: 0.05,
      },
    });
  };
  const chat = talk('chat', 'chat', 1);
  const messaging = talk('messaging', 'messaging', 1.8);
  const load = draw(4, 14);
  const part = draw(0.35, 0.75);
  const swing = draw(0, 0.3);
  const busy = draw(0.5, 0.68);
  const chats = wave((load * part * 3600) / chat.handling.mean, swing);
  const messages = wave((load * (1 - part) * 3600) / messaging.handling.mean, swing);
  const [chatStaff, messageStaff] = [
    staff(chats, chat.handling.mean, busy),
    staff(messages, messaging.handling.mean, busy),
  ];
  const both = (first: string, second: string, rank: 1 | 2): AgentGroup['skills'] => [
    { channel: first, priority: 1 },
    { channel: second, priority: rank },
  ];
  const [chatSkills, messageSkills] = (
    [
      [both('chat', 'messaging', 2), both('messaging', 'chat', 2)],
      [both('chat', 'messaging', 2), both('chat', 'messaging', 2)],
      [both('chat', 'messaging', 2), both('chat', 'messaging', 1).slice(1)],
      [both('chat', 'messaging', 2).slice(0, 1), both('messaging', 'chat', 2)],
    ] as const
  )[seed % 4] ?? [[], []];
  const withDemand = (channel: Channel, contacts: number[]): Channel => ({
    ...channel,
    demand: { source: { kind: 'typed', contacts }, dayFactorCv: 0.05 },
  });
  return exampleScenario({
    channels: [withDemand(chat, chats), withDemand(messaging, messages)],
    groups: [
      exampleGroup({ id: 'chat', skills: chatSkills ?? [], staffing: { kind: 'counts', agents: chatStaff } }),
      exampleGroup({
        id: 'messaging',
        skills: messageSkills ?? [],
        staffing: { kind: 'counts', agents: messageStaff },
      }),
    ],
  });
}
