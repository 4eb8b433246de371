/** The channel that a file means by a name. */
import { NAME_JOINT } from '../history/mapping.ts';
import type { Channel, ChannelKind, Text } from './schema.ts';

/** Words of the trade that name a kind of channel in a column or queue name. */
const KIND_WORDS: readonly (readonly [ChannelKind, RegExp])[] = [
  ['phone', /phone|call|voice|tel|appel/],
  ['chat', /chat/],
  ['messaging', /messag|whatsapp|sms/],
  ['email', /mail|courriel|ticket|case/],
  ['social', /social|reseau|facebook|twitter|instagram/],
  ['selfService', /bot|self|faq|assistant/],
];

/** By its name, else the first of the kind that the name says; null: none. Each series takes one that is not taken. */
export function likelyChannel(
  name: string,
  channels: readonly Channel[],
  taken: ReadonlySet<string>,
): string | null {
  const free = channels.filter(({ id }) => !taken.has(id));
  const named = free.find((channel) => isNamed(channel, name));
  if (named) return named.id;
  // queues of one medium add up on its channel
  const kind = kindSaid(name);
  return (isJoint(name) ? channels : free).find((channel) => channel.kind === kind)?.id ?? null;
}

/** Where nobody is asked: by its name, else the only one of the kind that the name says. */
export function surelyMeant(name: string, channels: readonly Channel[]): string | null {
  const named = channels.find((channel) => isNamed(channel, name));
  if (named) return named.id;
  const kind = kindSaid(name);
  const [only, ...others] = channels.filter((channel) => channel.kind === kind);
  return others.length === 0 ? (only?.id ?? null) : null;
}

/** Whether this is the id or a name of it, however it is written. */
export function isNamed(
  { id, name: text }: { readonly id: string; readonly name?: Text },
  name: string,
): boolean {
  const plain = plainWords(name);
  const names = [id, ...(typeof text === 'string' ? [text] : text ? [text.en, text.fr] : [])];
  return names.some((candidate) => plainWords(candidate) === plain);
}

const isJoint = (name: string): boolean => name.includes(NAME_JOINT);

function kindSaid(name: string): ChannelKind | undefined {
  const plain = plainWords(isJoint(name) ? name.slice(name.lastIndexOf(NAME_JOINT)) : name);
  return KIND_WORDS.find(([, words]) => words.test(plain))?.[0];
}

function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
