/** How a reason of contact is called: by its own name where it has one. */
import type { Channel } from '../scenario/schema.ts';
import type { LocaleValue } from './locale.tsx';

export function reasonName({ reasons = [] }: Channel, id: string, { text }: LocaleValue): string {
  const name = reasons.find((reason) => reason.id === id)?.name;
  return name === undefined ? id : text(name);
}
