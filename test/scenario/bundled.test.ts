/** Every bundled scenario is sound, small, in both languages, and full of work. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildAxis } from '../../src/scenario/axis.ts';
import { demandOf } from '../../src/scenario/demand.ts';
import { planOf } from '../../src/scenario/plan.ts';
import { readScenarioText, writeScenarioText } from '../../src/scenario/text-file.ts';

const folder = 'scenarios';
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const readme = readFileSync(`${folder}/README.md`, 'utf8');

describe.each(files)('%s', (file) => {
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  const result = readScenarioText(text);
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('\n'));
  const { scenario } = result;

  // So the app may take it as it is, without parsing it again.
  it('is written as the app writes it, in less than 60 kB', { tags: 'slow' }, () => {
    expect(text).toBe(writeScenarioText(scenario));
    expect(text.length).toBeLessThan(60_000);
  });

  it('says in both languages what it is, and in the README what it is for', () => {
    const reasons = scenario.channels.flatMap((channel) => channel.reasons ?? []);
    const names = [...scenario.channels, ...scenario.groups, ...reasons].flatMap(({ name }) => name ?? []);
    for (const shown of [scenario.name, scenario.description, ...names]) expect(typeof shown).toBe('object');
    expect(readme).toContain(`\`${file}\``);
  });

  it('brings contacts to every channel with agents, and agents to every one of them', () => {
    const axis = buildAxis(scenario.calendar);
    const served = new Set(scenario.groups.flatMap(({ skills }) => skills.map(({ channel }) => channel)));
    for (const { channel, toAgents } of demandOf(scenario, axis)) {
      const contacts = toAgents.reduce((sum, count) => sum + count, 0);
      // calls back are made to whoever takes up the offer of another channel
      const offered = scenario.channels.some(({ callback }) => callback?.to === channel);
      expect(contacts > 0 || offered).toBe(served.has(channel));
    }
    for (const { agents } of planOf(scenario, axis)) expect(Math.max(...agents)).toBeGreaterThan(0);
  });
});
