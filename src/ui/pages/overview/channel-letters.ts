/** One letter for each channel in the picture: that of its kind, of its name where several are of one kind. */
import type { Channel } from '../../../scenario/schema.ts';

type Named = { readonly kind: Channel['kind']; readonly name: string };

/** @param letterOf the letter of a kind */
export function channelLetters(
  channels: readonly Named[],
  letterOf: (kind: Channel['kind']) => string,
): readonly string[] {
  const alone = ({ kind }: Named): boolean => channels.filter((other) => other.kind === kind).length === 1;
  const taken = new Set(channels.filter(alone).map(({ kind }) => letterOf(kind)));
  return channels.map((channel, index) => {
    if (alone(channel)) return letterOf(channel.kind);
    const letters = channel.name.toLocaleUpperCase().match(/\p{L}/gu) ?? [];
    const letter = letters.find((sign) => !taken.has(sign)) ?? String(index + 1);
    taken.add(letter);
    return letter;
  });
}
