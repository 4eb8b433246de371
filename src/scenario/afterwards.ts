/** Customers who come back, are passed on or called back: on which channels they arrive. */
import type { Share } from '../units.ts';
import { withoutWay } from './reasons.ts';
import type { Afterwards } from './schema-customers.ts';
import type { Channel, Scenario } from './schema.ts';

/** Ways to a further contact. */
export type Way = keyof Afterwards;

/** The other one after the same event: together they are at most 1. */
export const OTHER_WAY: Readonly<Record<Way, Way>> = {
  redial: 'switch',
  switch: 'redial',
  recontact: 'transfer',
  transfer: 'recontact',
};
export const WAYS: readonly Way[] = ['redial', 'switch', 'recontact', 'transfer'];

/** The largest share of those who go this way, over the channel's own and its reasons'; 0 where nobody can. */
export function mostWho(
  way: Way,
  { afterwards, reasons = [] }: Pick<Channel, 'afterwards' | 'reasons'>,
): Share {
  const usual = afterwards?.[way]?.share;
  return usual === undefined ? 0 : Math.max(usual, ...reasons.map((reason) => reason[way] ?? 0));
}

/** Somebody may come to this channel who was here or elsewhere before; the analytic models leave them out. */
export function isComeBackTo({ channels }: Scenario, channel: Channel): boolean {
  return (
    mostWho('redial', channel) > 0 ||
    mostWho('recontact', channel) > 0 ||
    channels.some((other) =>
      [
        { to: other.afterwards?.switch?.to, share: mostWho('switch', other) },
        { to: other.afterwards?.transfer?.to, share: mostWho('transfer', other) },
        { to: other.callback?.to, share: other.callback?.accept ?? 0 },
      ].some(({ to, share }) => to === channel.id && share > 0),
    )
  );
}

/** The channel without what led to another one, which is gone. */
export function withoutWaysTo(channel: Channel, id: string): Channel {
  const { afterwards = {}, callback, ...rest } = channel;
  const leads = (way: Way): boolean => {
    const own = afterwards[way];
    return own !== undefined && 'to' in own && own.to === id;
  };
  const left = Object.fromEntries(
    Object.entries(afterwards).filter(([, way]) => !('to' in way) || way.to !== id),
  );
  return {
    ...rest,
    ...WAYS.filter(leads).reduce((own, way) => withoutWay(way, own), reasonsOnly(channel)),
    ...(callback === undefined || callback.to === id ? {} : { callback }),
    ...(Object.keys(left).length > 0 ? { afterwards: left } : {}),
  };
}

function reasonsOnly({ reasons }: Channel): Pick<Channel, 'reasons'> {
  return reasons === undefined ? {} : { reasons };
}
