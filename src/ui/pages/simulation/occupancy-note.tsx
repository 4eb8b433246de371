/** That a limit of occupancy is the models' to judge: here agents' time is counted by group, who serve several channels. */
import type { Scenario } from '../../../scenario/schema.ts';
import { channelInline } from '../../channel-name.ts';
import { useLocale } from '../../locale.tsx';

export function OccupancyNote({ scenario }: { readonly scenario: Scenario }) {
  const locale = useLocale();
  const channels = scenario.channels.filter(({ targets }) => targets.maxOccupancy !== undefined);
  if (channels.length === 0) return null;
  const names = channels.map((channel) => channelInline(channel, scenario, locale)).join(', ');
  return <p className="quiet-text">{locale.t.simulation.occupancyNotJudged(names)}</p>;
}
