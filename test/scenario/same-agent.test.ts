import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import { differences } from '../../src/scenario/differences.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { recordDay } from '../../src/simulation/simulate.ts';
import { comingBack, exampleScenario } from './example.ts';
import { onePhoneDay } from './one-phone-day.ts';

/** Ten agents who hold three conversations each, 20 messages an hour, half of which come back after five minutes. */
function messages(sameAgent: boolean | undefined): Scenario {
  const day = onePhoneDay(10);
  const recontact = { share: 0.5, delay: 300, ...(sameAgent === undefined ? {} : { sameAgent }) };
  const contacts = Array.from({ length: 48 }, (_, slot) => (slot < 16 || slot >= 40 ? 0 : 10));
  return {
    ...day,
    channels: day.channels.map((channel) => ({
      ...channel,
      kind: 'messaging',
      demand: { source: { kind: 'typed', contacts }, dayFactorCv: 0 },
      conversation: { limit: 3, agentTurn: 30, customerTurn: 60 },
      afterwards: { recontact },
    })),
  };
}

/** Of those who came back and were answered at once: how many by the agent they had before, and in all. */
function known(scenario: Scenario): readonly [number, number] {
  const { contacts } = recordDay(compileScenario(scenario), 3, 0);
  let same = 0;
  let all = 0;
  contacts.parent.forEach((parent, i) => {
    if (parent < 0 || (contacts.agent[i] ?? -1) < 0) return;
    all++;
    if (contacts.agent[i] === contacts.agent[parent]) same++;
  });
  return [same, all];
}

describe('coming back to the same agent', () => {
  it('makes the class sticky', () => {
    const sticky = (scenario: Scenario) => compileScenario(scenario).classes[0]?.sticky;
    expect([true, false, undefined].map((same) => sticky(messages(same)))).toEqual([
      true,
      undefined,
      undefined,
    ]);
  });

  it('holds for everybody while each agent has a free place, and for few otherwise', { tags: 'slow' }, () => {
    const [same, all] = known(messages(true));
    expect(all).toBeGreaterThan(100);
    expect(same).toBe(all);
    const [chance, others] = known(messages(false));
    // one in ten by chance alone, and somewhat more who waits for the longest idle
    expect(chance).toBeLessThan(others / 3);
  });

  it('is a field like others: checked, and told when it differs', () => {
    const [before, after] = [messages(false), messages(true)];
    expect(differences(before, after)).toMatchObject([
      { id: 'phone', field: 'afterwards.recontact.sameAgent', before: 'no', after: 'yes' },
    ]);
    const document: unknown = exampleScenario({
      channels: comingBack().map((channel) => ({
        ...channel,
        afterwards: { recontact: { share: 0.1, delay: 60, sameAgent: true } },
      })),
    });
    expect(parseScenario(document).ok).toBe(true);
    const text = JSON.stringify(document).replaceAll('"sameAgent":true', '"sameAgent":"yes"');
    const parsed = parseScenario(JSON.parse(text));
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'wrong-type $.channels[0].afterwards.recontact.sameAgent',
      'wrong-type $.channels[1].afterwards.recontact.sameAgent',
    ]);
  });
});
