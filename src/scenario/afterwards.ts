/** Customers who come back: which channels they come back to. */
import type { Channel, Scenario } from './schema.ts';

/** Somebody may come to this channel who was here or elsewhere before; the analytic models leave them out. */
export function isComeBackTo({ channels }: Scenario, { id, afterwards }: Channel): boolean {
  const { redial, recontact } = afterwards ?? {};
  return (
    (redial?.share ?? 0) > 0 ||
    (recontact?.share ?? 0) > 0 ||
    channels.some(({ afterwards: other }) => other?.switch?.to === id && other.switch.share > 0)
  );
}
