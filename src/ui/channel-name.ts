/** How a channel is called: by its own name where it has one, else by its kind, numbered where that is not enough. */
import type { Channel, Scenario } from '../scenario/schema.ts';
import type { LocaleValue } from './locale.tsx';

export function channelName(channel: Channel, scenario: Scenario, { t, text }: LocaleValue): string {
  return channel.name ? text(channel.name) : t.words.channel[channel.kind] + number(channel, scenario);
}

/** The same inside a sentence: "on the phone". */
export function onChannel(channel: Channel, scenario: Scenario, locale: LocaleValue): string {
  return channel.name || number(channel, scenario)
    ? locale.t.words.onNamed(channelName(channel, scenario, locale))
    : locale.t.words.onChannel[channel.kind];
}

/** In lower case inside a sentence or a title: "phone", "e-mail". */
export function channelInline(channel: Channel, scenario: Scenario, { t, text }: LocaleValue): string {
  return channel.name ? text(channel.name) : t.words.inline[channel.kind] + number(channel, scenario);
}

function number(channel: Channel, scenario: Scenario): string {
  const alike = scenario.channels.filter(({ kind, name }) => kind === channel.kind && !name);
  return alike.length > 1 ? ` ${alike.indexOf(channel) + 1}` : '';
}
