/** Channels of one file that are busy on the same days. */
import { castDraft } from 'immer';
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/numeric/civil-date.ts';
import { scatter } from '../forecast/generated.ts';
import { exampleChannel } from '../scenario/example.ts';
import { open, settled } from './imports.ts';

/** Days of two channels, normal but for rounding: half the variance of either's factor is in common. */
function twoChannels(days: number, columns: readonly string[]): string {
  const random = scatter(11);
  const normal = () => Array.from({ length: 12 }, random).reduce((a, b) => a + b, -6);
  const rows = Array.from({ length: days }, (_, day) => {
    const common = 0.1 * normal();
    const cells = columns.map(() => {
      const mean = 900 * Math.exp(common + 0.1 * normal());
      return Math.round(mean + Math.sqrt(mean) * normal());
    });
    return [formatDate(20_000 + day), ...cells].join(',');
  });
  return [['date', ...columns].join(','), ...rows].join('\n');
}

async function forecastOf(text: string) {
  const { app, imports } = open();
  app.commands.edit('add', (draft) => {
    draft.busynessCorrelation = 0.9;
    draft.channels.push(castDraft(exampleChannel({ id: 'chat', kind: 'chat', name: 'Chat' })));
  });
  imports.commands.choose(text, { name: 'a.csv', bytes: 1 });
  await settled();
  imports.commands.read();
  await settled();
  imports.commands.forecast();
  await settled();
  const correlation = () => app.store.getState().scenario.busynessCorrelation;
  return { app, commands: imports.commands, correlation };
}

describe('how channels of an import are busy together', { tags: 'slow' }, () => {
  it('is taken over with their forecasts, in one undo step', async () => {
    const { app, commands, correlation } = await forecastOf(twoChannels(400, ['phone', 'chat']));
    commands.apply();
    // 0.5 within three standard errors of a correlation over 372 days, (1 − 0.5²)/√372
    expect(Math.abs(correlation() - 0.5)).toBeLessThan(0.12);
    app.commands.undo();
    expect(correlation()).toBe(0.9);
  });

  it('is left where the user leaves it', async () => {
    const { commands, correlation } = await forecastOf(twoChannels(400, ['phone', 'chat']));
    commands.takeTogether(false);
    commands.apply();
    expect(correlation()).toBe(0.9);
  });

  it('is not told by one channel, or by few days', async () => {
    for (const text of [twoChannels(200, ['phone']), twoChannels(60, ['phone', 'chat'])]) {
      const { commands, correlation } = await forecastOf(text);
      commands.apply();
      expect(correlation()).toBe(0.9);
    }
  });
});
