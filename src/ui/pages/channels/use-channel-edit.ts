/** Edits of one channel: one undo step per field and gesture. */
import type { Draft } from 'immer';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { useCommands } from '../../use-app.ts';

export type ChannelEdit = {
  /** Changes a field; `end` closes the gesture. */
  readonly change: (
    field: string,
    recipe: (draft: Draft<Channel>, scenario: Draft<Scenario>) => void,
  ) => void;
  /** A change that is a step by itself: a switch, a choice. */
  readonly set: (field: string, recipe: (draft: Draft<Channel>, scenario: Draft<Scenario>) => void) => void;
  readonly end: () => void;
};

export function useChannelEdit(id: string): ChannelEdit {
  const commands = useCommands();
  const change: ChannelEdit['change'] = (field, recipe) =>
    commands.edit(`channel ${id} ${field}`, (draft) => {
      const target = draft.channels.find((channel) => channel.id === id);
      if (target) recipe(target, draft);
    });
  return {
    change,
    set(field, recipe) {
      commands.endGesture();
      change(field, recipe);
      commands.endGesture();
    },
    end: () => commands.endGesture(),
  };
}
