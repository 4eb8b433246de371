/** Customers who come back, are passed on or called back: on which channels they arrive. */
import { comesBackFor } from './reasons.ts';
import type { Channel, Scenario } from './schema.ts';

/** Somebody may come to this channel who was here or elsewhere before; the analytic models leave them out. */
export function isComeBackTo({ channels }: Scenario, { id, afterwards, reasons = [] }: Channel): boolean {
  const { redial, recontact } = afterwards ?? {};
  return (
    (redial?.share ?? 0) > 0 ||
    (recontact?.share ?? 0) > 0 ||
    reasons.some(comesBackFor) ||
    channels.some(({ afterwards: other, callback }) =>
      [
        { to: other?.switch?.to, share: other?.switch?.share ?? 0 },
        { to: other?.transfer?.to, share: other?.transfer?.share ?? 0 },
        { to: callback?.to, share: callback?.accept ?? 0 },
      ].some(({ to, share }) => to === id && share > 0),
    )
  );
}

/** The channel without what led to another one, which is gone. */
export function withoutWaysTo(channel: Channel, id: string): Channel {
  const { afterwards, callback, ...rest } = channel;
  const left = Object.fromEntries(
    Object.entries(afterwards ?? {}).filter(([, way]) => !('to' in way) || way.to !== id),
  );
  return {
    ...rest,
    ...(callback === undefined || callback.to === id ? {} : { callback }),
    ...(Object.keys(left).length > 0 ? { afterwards: left } : {}),
  };
}
