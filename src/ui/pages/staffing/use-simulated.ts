/** What the simulation says of one channel of the document on screen. */
import type { ChannelSummary } from '../../../scenario/simulate.ts';
import { useApp } from '../../use-app.ts';

/** Null until a simulation of this very document is there. */
export function useSimulated(channel: string): ChannelSummary | null {
  const scenario = useApp((state) => state.scenario);
  const { of, summary } = useApp((state) => state.simulation);
  if (of !== scenario || !summary) return null;
  return summary.channels.find(({ id }) => id === channel) ?? null;
}
