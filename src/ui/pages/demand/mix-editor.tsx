/** Which customers prefer which channel, now and later: contacts move, and none is lost. */
import { castDraft } from 'immer';
import { useMemo } from 'react';
import type { Axis } from '../../../scenario/axis.ts';
import { presentPreferences } from '../../../scenario/channel-mix.ts';
import type { ChannelMix, Scenario, Segment } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import { ShareField } from '../../inputs/share-field.tsx';
import { Slider } from '../../inputs/slider.tsx';
import { TextField } from '../../inputs/text-field.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { useCommands } from '../../use-app.ts';
import { mixShift, withNewSegment, withoutSegment, withSegment, withShare, withWeight } from './mix-edit.ts';
import { useWords } from './use-words.ts';

export function MixEditor({ scenario, axis }: { readonly scenario: Scenario; readonly axis: Axis }) {
  const locale = useLocale();
  const { f } = locale;
  const w = useWords();
  const commands = useCommands();
  const { mix } = scenario;
  const { rows, all, moved } = useMemo(() => mixShift(scenario, axis), [scenario, axis]);

  function edit(key: string, next: ChannelMix | null): void {
    commands.edit(`mix ${key}`, (draft) => {
      if (next === null) delete draft.mix;
      else draft.mix = castDraft(next);
    });
  }
  function step(next: ChannelMix | null): void {
    commands.endGesture();
    edit('step', next);
    commands.endGesture();
  }
  function start(): void {
    const now = presentPreferences(
      rows.map(({ channel, before }) => ({ channel: channel.id, contacts: before })),
    );
    step({ segments: [{ name: w.mixEverybody, weight: 1, now, later: now }] });
  }

  if (!mix)
    return (
      <div className="section-parts">
        <p>{w.mixNone}</p>
        <button type="button" className="button" disabled={all === 0} onClick={start}>
          {w.mixStart}
        </button>
      </div>
    );
  return (
    <div className="section-parts">
      <p>
        <Rich text={w.mixMoved(f.count(moved), f.share(all > 0 ? moved / all : 0, 1), f.count(all))} />
      </p>
      <DataTable
        caption={w.mixTable}
        hideCaption
        rows={rows}
        rowKey={({ channel }) => channel.id}
        columns={[
          {
            id: 'channel',
            head: w.mixChannel,
            cell: ({ channel }) => channelName(channel, scenario, locale),
          },
          { id: 'before', head: w.mixBefore, cell: ({ before }) => f.count(before) },
          { id: 'after', head: w.mixAfter, cell: ({ after }) => f.count(after) },
          { id: 'change', head: w.mixChange, cell: ({ before, after }) => f.count(after - before, true) },
        ]}
      />
      {mix.segments.map((segment, index) => (
        <SegmentFields
          // oxlint-disable-next-line react/no-array-index-key -- a segment is its place in the list
          key={index}
          segment={segment}
          scenario={scenario}
          alone={mix.segments.length === 1}
          onChange={(key, change) => edit(`${index} ${key}`, withSegment(mix, index, change))}
          onWeight={(weight) => edit(`${index} weight`, withWeight(mix, index, weight))}
          onRemove={() => step(withoutSegment(mix, index))}
          onEnd={() => commands.endGesture()}
        />
      ))}
      <div className="button-row">
        <button
          type="button"
          className="button"
          disabled={mix.segments.length >= 20}
          onClick={() => step(withNewSegment(mix, w.mixNew))}
        >
          {w.mixAdd}
        </button>
        <button type="button" className="quiet" onClick={() => step(null)}>
          {w.mixRemove}
        </button>
      </div>
      <p className="quiet-text">{w.mixAssumes}</p>
    </div>
  );
}

type SegmentFieldsProps = {
  readonly segment: Segment;
  readonly scenario: Scenario;
  readonly alone: boolean;
  readonly onChange: (key: string, change: Partial<Segment>) => void;
  readonly onWeight: (weight: number) => void;
  readonly onRemove: () => void;
  readonly onEnd: () => void;
};

function SegmentFields(props: SegmentFieldsProps) {
  const { segment, scenario, alone, onChange, onWeight, onRemove, onEnd } = props;
  const locale = useLocale();
  const { t, f, text } = locale;
  const w = useWords();
  const name = text(segment.name);
  const of = (list: Segment['now'], id: string) => list.find(({ channel }) => channel === id)?.share ?? 0;
  const whole = (list: Segment['now']) =>
    scenario.channels.map(({ id }) => ({ channel: id, share: of(list, id) }));
  return (
    <fieldset className="segment-fields">
      <legend className="visually-hidden">{name}</legend>
      <div className="segment-head">
        <TextField
          label={w.mixSegment}
          value={name}
          problem={(value) => (value.trim() === '' ? t.demand.eventNameEmpty : null)}
          onChange={(value) => onChange('name', { name: value.slice(0, 200) })}
          onEnd={onEnd}
        />
        <ShareField
          label={w.mixWeight}
          value={segment.weight}
          disabled={alone}
          onChange={onWeight}
          onEnd={onEnd}
        />
        <button type="button" className="quiet" onClick={onRemove}>
          {w.mixRemoveSegment(name)}
        </button>
      </div>
      <div className="segment-channels">
        {scenario.channels.map((channel) => {
          const label = channelName(channel, scenario, locale);
          return (
            <div key={channel.id} className="segment-channel">
              <ShareField
                label={w.mixNow(label)}
                value={of(segment.now, channel.id)}
                onChange={(share) =>
                  onChange(`now ${channel.id}`, { now: withShare(whole(segment.now), channel.id, share) })
                }
                onEnd={onEnd}
              />
              <Slider
                label={w.mixThen(label)}
                value={of(segment.later, channel.id)}
                baseline={of(segment.now, channel.id)}
                min={0}
                max={1}
                step={0.01}
                format={(value) => f.share(value)}
                onChange={(share) =>
                  onChange(`later ${channel.id}`, {
                    later: withShare(whole(segment.later), channel.id, share),
                  })
                }
                onEnd={onEnd}
              />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
