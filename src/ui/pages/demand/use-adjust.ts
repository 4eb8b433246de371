/** Changes of a channel's adjustments as undo steps of their own. */
import { castDraft } from 'immer';
import type { Channel } from '../../../scenario/schema.ts';
import type { Adjustment } from '../../../scenario/schema-demand.ts';
import { useCommands } from '../../use-app.ts';

/** Sets the list of adjustments; an empty one is left out of the document. */
export function useAdjust(channel: Channel): (adjustments: readonly Adjustment[]) => void {
  const commands = useCommands();
  return (adjustments) => {
    commands.endGesture();
    commands.edit(`adjust ${channel.id}`, (draft) => {
      const target = draft.channels.find(({ id }) => id === channel.id);
      if (!target) return;
      if (adjustments.length > 0) target.demand.adjustments = castDraft([...adjustments]);
      else delete target.demand.adjustments;
    });
    commands.endGesture();
  };
}
