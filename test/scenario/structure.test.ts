import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { ChannelKind, Scenario } from '../../src/scenario/schema.ts';
import {
  canRemoveChannel,
  withCallbackOffer,
  withNewChannel,
  withNewGroup,
  handoversWithout,
  withoutChannel,
  withoutGroup,
} from '../../src/scenario/structure.ts';
import { comingBack, exampleScenario } from './example.ts';
import { onePhoneDay } from './one-phone-day.ts';

const retail = ((): Scenario => {
  const parsed = parseScenario(JSON.parse(readFileSync('scenarios/retail-peak-week.json', 'utf8')));
  if (!parsed.ok) throw new Error('the bundled retail week does not parse');
  return parsed.scenario;
})();

const sound = (scenario: Scenario): void => {
  const parsed = parseScenario(structuredClone(scenario));
  expect(parsed.ok ? [] : parsed.issues).toEqual([]);
};

describe('structure of a scenario', () => {
  it.each<ChannelKind>(['phone', 'chat', 'messaging', 'email', 'social', 'selfService', 'callback'])(
    'takes a new %s channel and stays sound',
    (kind) => {
      const grown = withNewChannel(retail, kind, 'Team');
      sound(grown);
      expect(grown.channels).toHaveLength(retail.channels.length + 1);
      expect(new Set(grown.channels.map(({ id }) => id)).size).toBe(grown.channels.length);
    },
  );

  it('lets any channel go and stays sound', () => {
    for (const { id } of retail.channels) sound(withoutChannel(retail, id));
  });

  it('hands what self-service does not keep to another channel when its own leaves', () => {
    const left = withoutChannel(retail, 'chat');
    expect(left.channels.find(({ kind }) => kind === 'selfService')?.bot?.escalateTo).toBe('phone');
    const moved = handoversWithout(retail, 'chat');
    expect(moved?.bots.map(({ kind }) => kind)).toEqual(['selfService']);
    expect(moved?.to.id).toBe('phone');
    expect(handoversWithout(retail, 'email')).toBeNull();
  });

  it('lets nobody change to a channel that has left', () => {
    const scenario = exampleScenario({ channels: comingBack() });
    const left = withoutChannel(scenario, 'mail');
    sound(left);
    const { redial, recontact } = scenario.channels[0]?.afterwards ?? {};
    expect(left.channels[0]?.afterwards).toEqual({ redial, recontact });
    const offered = withCallbackOffer(scenario, 'phone');
    sound(offered);
    expect(withoutChannel(offered, 'callback').channels[0]).not.toHaveProperty('callback');
    const only = { switch: { share: 1, to: 'mail', delay: 60 } };
    const alone = exampleScenario({
      channels: comingBack().map((channel) =>
        channel.id === 'phone' ? { ...channel, afterwards: only } : channel,
      ),
    });
    expect(withoutChannel(alone, 'mail').channels[0]).not.toHaveProperty('afterwards');
  });

  it('keeps the last channel that has agents', () => {
    expect(canRemoveChannel(onePhoneDay(1), 'phone')).toBe(false);
    expect(canRemoveChannel(retail, 'phone')).toBe(true);
  });

  it('adds and removes groups', () => {
    const grown = withNewGroup(retail, 'Night');
    sound(grown);
    expect(withoutGroup(grown, grown.groups.at(-1)?.id ?? '')).toEqual(retail);
  });
});
