/** How a channel is called: by its kind where that is unambiguous, else by its own name. */
import type { Channel, Scenario } from '../scenario/schema.ts';
import type { LocaleValue } from './locale.tsx';

export function channelName(channel: Channel, scenario: Scenario, { t, text }: LocaleValue): string {
  const alone = scenario.channels.filter(({ kind }) => kind === channel.kind).length === 1;
  return alone || !channel.name ? t.words.channel[channel.kind] : text(channel.name);
}

/** The same inside a sentence: "on the phone". */
export function onChannel(channel: Channel, scenario: Scenario, locale: LocaleValue): string {
  const alone = scenario.channels.filter(({ kind }) => kind === channel.kind).length === 1;
  return alone || !channel.name
    ? locale.t.words.onChannel[channel.kind]
    : locale.t.words.onNamed(locale.text(channel.name));
}

/** In lower case inside a sentence or a title: "phone", "e-mail". */
export function channelInline(channel: Channel, scenario: Scenario, { t, text }: LocaleValue): string {
  const alone = scenario.channels.filter(({ kind }) => kind === channel.kind).length === 1;
  return alone || !channel.name ? t.words.inline[channel.kind] : text(channel.name);
}
