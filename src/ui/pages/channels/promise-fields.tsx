/** What a channel promises: each kind of target can be switched on, with its figures beside it. */
import type { Draft } from 'immer';
import type { ReactNode } from 'react';
import type { TargetKind } from '../../../scenario/analysis.ts';
import { isDeferred } from '../../../scenario/opening.ts';
import type { Channel, ChannelKind, ServiceLevelDefinition, Targets } from '../../../scenario/schema.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { NumberField } from '../../inputs/number-field.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { ShareField } from '../../inputs/share-field.tsx';
import { useLocale } from '../../locale.tsx';
import { useChannelEdit } from './use-channel-edit.ts';

/** Promises that make sense on a kind of channel; one that a document brings along is shown as well. */
const KINDS: Readonly<Record<ChannelKind, readonly TargetKind[]>> = {
  phone: ['serviceLevel', 'meanWaitAnswered', 'abandonment', 'occupancy'],
  chat: ['firstResponseMean', 'firstResponsePercentile', 'serviceLevel', 'abandonment', 'occupancy'],
  messaging: ['firstResponsePercentile', 'firstResponseMean', 'abandonment', 'occupancy'],
  email: ['firstResponsePercentile', 'firstResponseMean', 'occupancy'],
  social: ['firstResponsePercentile', 'firstResponseMean', 'occupancy'],
  callback: ['firstResponsePercentile', 'firstResponseMean', 'occupancy'],
  selfService: [],
};
const ALL: readonly TargetKind[] = [
  'serviceLevel',
  'meanWaitAnswered',
  'firstResponseMean',
  'firstResponsePercentile',
  'abandonment',
  'occupancy',
];
const DEFINITIONS: readonly ServiceLevelDefinition[] = [
  'offered',
  'answered',
  'excludeAbandonsWithin',
  'creditAbandonsWithin',
  'excludeShortAbandons',
  'virtual',
];
const LONGEST = 1e7;
const SHORT_ABANDON = 5;

export function PromiseFields({ channel }: { readonly channel: Channel }) {
  const { t } = useLocale();
  const edit = useChannelEdit(channel.id);
  const { targets } = channel;
  const shown = ALL.filter((kind) => KINDS[channel.kind].includes(kind) || isOn(targets, kind)).toSorted(
    (a, b) => KINDS[channel.kind].indexOf(a) - KINDS[channel.kind].indexOf(b),
  );
  return (
    <fieldset className="channel-part">
      <legend className="section-title">{t.channels.promises}</legend>
      {shown.map((kind) => (
        <div key={kind} className="promise">
          <CheckField
            label={t.channels.promiseOn[kind]}
            checked={isOn(targets, kind)}
            onChange={(on) => edit.set(kind, (draft) => switched(draft, kind, on))}
          />
          {isOn(targets, kind) && <PromiseFigures channel={channel} kind={kind} />}
        </div>
      ))}
      {isDeferred(channel.kind) && <p className="field-note">{t.channels.businessHours}</p>}
    </fieldset>
  );
}

function PromiseFigures({
  channel,
  kind,
}: {
  readonly channel: Channel;
  readonly kind: TargetKind;
}): ReactNode {
  const { t } = useLocale();
  const edit = useChannelEdit(channel.id);
  const { targets } = channel;
  const inHours = isDeferred(channel.kind);
  const mayBeAll = kind === 'abandonment' || kind === 'occupancy';
  const share = (label: string, value: number, set: (targets: Draft<Targets>, value: number) => void) => (
    <ShareField
      label={label}
      value={value}
      digits={2}
      min={0.0001}
      max={mayBeAll ? 1 : 0.9999}
      whyMax={mayBeAll ? undefined : t.channels.neverAll}
      onChange={(next) => edit.change(`${kind} share`, (draft) => set(draft.targets, next))}
      onEnd={edit.end}
    />
  );
  const time = (label: string, value: number, set: (targets: Draft<Targets>, value: number) => void) => (
    <NumberField
      label={label}
      value={value}
      {...(inHours
        ? { scale: 1 / 3600, unit: 'h', step: 3600, digits: 2 }
        : { unit: 's', step: 5, digits: 1, clock: true })}
      min={kind === 'serviceLevel' ? 0 : 0.1}
      max={LONGEST}
      onChange={(next) => edit.change(`${kind} time`, (draft) => set(draft.targets, next))}
      onEnd={edit.end}
    />
  );
  switch (kind) {
    case 'serviceLevel': {
      const level = targets.serviceLevel;
      if (!level) return null;
      return (
        <div className="promise-figures">
          {share(t.channels.levelShare, level.share, (draft, value) => {
            if (draft.serviceLevel) draft.serviceLevel.share = value;
          })}
          {time(t.channels.within, level.threshold, (draft, value) => {
            if (draft.serviceLevel) draft.serviceLevel.threshold = value;
          })}
          <div className="promise-wide">
            <SelectField
              label={t.channels.definition}
              value={level.definition}
              options={DEFINITIONS.map((value) => ({ value, label: t.channels.definitions[value] }))}
              onChange={(value) =>
                edit.set('definition', (draft) => {
                  const target = draft.targets.serviceLevel;
                  if (!target) return;
                  target.definition = value;
                  if (value === 'excludeShortAbandons') target.shortAbandon ??= SHORT_ABANDON;
                  else delete target.shortAbandon;
                })
              }
            />
          </div>
          {level.definition === 'excludeShortAbandons' && (
            <NumberField
              label={t.channels.shortAbandon}
              value={level.shortAbandon ?? SHORT_ABANDON}
              unit="s"
              min={0}
              max={3600}
              onChange={(value) =>
                edit.change('shortAbandon', (draft) => {
                  if (draft.targets.serviceLevel) draft.targets.serviceLevel.shortAbandon = value;
                })
              }
              onEnd={edit.end}
            />
          )}
        </div>
      );
    }
    case 'firstResponsePercentile': {
      const percentile = targets.firstResponse?.percentile;
      if (!percentile) return null;
      return (
        <div className="promise-figures">
          {share(t.channels.levelShare, percentile.share, (draft, value) => {
            if (draft.firstResponse?.percentile) draft.firstResponse.percentile.share = value;
          })}
          {time(t.channels.within, percentile.within, (draft, value) => {
            if (draft.firstResponse?.percentile) draft.firstResponse.percentile.within = value;
          })}
        </div>
      );
    }
    case 'meanWaitAnswered':
      return (
        <div className="promise-figures">
          {time(t.channels.atMost, targets.meanWaitAnswered ?? 0, (draft, value) => {
            draft.meanWaitAnswered = value;
          })}
        </div>
      );
    case 'firstResponseMean':
      return (
        <div className="promise-figures">
          {time(t.channels.atMost, targets.firstResponse?.mean ?? 0, (draft, value) => {
            draft.firstResponse = { ...draft.firstResponse, mean: value };
          })}
        </div>
      );
    case 'abandonment':
      return (
        <div className="promise-figures">
          {share(t.channels.atMost, targets.abandonment ?? 0, (draft, value) => {
            draft.abandonment = value;
          })}
        </div>
      );
    case 'occupancy':
      return (
        <div className="promise-figures">
          {share(t.channels.atMost, targets.maxOccupancy ?? 0, (draft, value) => {
            draft.maxOccupancy = value;
          })}
        </div>
      );
  }
}

function isOn(targets: Targets, kind: TargetKind): boolean {
  switch (kind) {
    case 'serviceLevel':
      return targets.serviceLevel !== undefined;
    case 'meanWaitAnswered':
      return targets.meanWaitAnswered !== undefined;
    case 'firstResponseMean':
      return targets.firstResponse?.mean !== undefined;
    case 'firstResponsePercentile':
      return targets.firstResponse?.percentile !== undefined;
    case 'abandonment':
      return targets.abandonment !== undefined;
    case 'occupancy':
      return targets.maxOccupancy !== undefined;
  }
}

/** On: the trade's usual promise for this kind of channel. Off: gone. */
function switched({ targets, kind: channel }: Draft<Channel>, kind: TargetKind, on: boolean): void {
  const deferred = isDeferred(channel);
  switch (kind) {
    case 'serviceLevel':
      if (on) targets.serviceLevel = { share: 0.8, threshold: 20, definition: 'offered' };
      else delete targets.serviceLevel;
      return;
    case 'meanWaitAnswered':
      if (on) targets.meanWaitAnswered = 30;
      else delete targets.meanWaitAnswered;
      return;
    case 'firstResponseMean':
      if (on) targets.firstResponse = { ...targets.firstResponse, mean: deferred ? 14_400 : 48 };
      else if (targets.firstResponse) delete targets.firstResponse.mean;
      break;
    case 'firstResponsePercentile':
      if (on)
        targets.firstResponse = {
          ...targets.firstResponse,
          percentile: { share: 0.9, within: channel === 'email' ? 86_400 : deferred ? 14_400 : 300 },
        };
      else if (targets.firstResponse) delete targets.firstResponse.percentile;
      break;
    case 'abandonment':
      if (on) targets.abandonment = 0.05;
      else delete targets.abandonment;
      return;
    case 'occupancy':
      if (on) targets.maxOccupancy = 0.88;
      else delete targets.maxOccupancy;
      return;
  }
  if (targets.firstResponse && Object.keys(targets.firstResponse).length === 0) delete targets.firstResponse;
}
