/** Contacts that wait when the plan begins; folded away, as a plan may begin with empty hands. */
import { isDeferred } from '../../../scenario/opening.ts';
import type { Channel } from '../../../scenario/schema.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { NumberField } from '../../inputs/number-field.tsx';
import { Fold } from './fold.tsx';
import { useChannelEdit } from './use-channel-edit.ts';
import { useWords } from './use-words.ts';

const A_MINUTE = 60;
const AN_HOUR = 60 * A_MINUTE;
const A_DAY = 24 * AN_HOUR;

/** Work that waits for days, and customers who wait on the line. */
const DEFERRED = {
  start: { contacts: 50, oldest: 4 * AN_HOUR },
  most: 100_000,
  longest: 35 * A_DAY,
  unit: 'h',
  scale: AN_HOUR,
} as const;
const LIVE = {
  start: { contacts: 5, oldest: 2 * A_MINUTE },
  most: 1000,
  longest: A_DAY,
  unit: 'min',
  scale: A_MINUTE,
} as const;

export function BacklogFields({ channel }: { readonly channel: Channel }) {
  const words = useWords().backlog;
  const edit = useChannelEdit(channel.id);
  const { kind, backlog, lines = Infinity } = channel;
  const deferred = isDeferred(kind);
  const { start, most, longest, unit, scale } = deferred ? DEFERRED : LIVE;
  const room = Math.min(most, deferred ? Infinity : lines);
  const change = (field: 'contacts' | 'oldest', value: number): void =>
    edit.change(`backlog ${field}`, (draft) => {
      if (draft.backlog) draft.backlog[field] = value;
    });
  return (
    <Fold title={words.title} startsOpen={backlog !== undefined}>
      <div className="channel-part">
        <CheckField
          label={deferred ? words.on : words.onLive}
          checked={backlog !== undefined}
          onChange={(on) =>
            edit.set('backlog', (draft) => {
              if (on) draft.backlog = { ...start, contacts: Math.min(start.contacts, room) };
              else delete draft.backlog;
            })
          }
        />
        <p className="field-note">{deferred ? words.note : words.noteLive}</p>
        {backlog && (
          <div className="field-pair">
            <NumberField
              label={words.contacts}
              value={backlog.contacts}
              whole
              digits={0}
              min={1}
              max={room}
              onChange={(contacts) => change('contacts', contacts)}
              onEnd={edit.end}
            />
            <NumberField
              label={words.oldest}
              value={backlog.oldest}
              scale={1 / scale}
              unit={unit}
              digits={2}
              min={0}
              max={longest}
              step={scale}
              onChange={(oldest) => change('oldest', oldest)}
              onEnd={edit.end}
            />
          </div>
        )}
      </div>
    </Fold>
  );
}
