/** Contacts that come in waves or in batches; folded away, as most channels get them one by one. */
import {
  aloneShare,
  batchLike,
  waveHalfLife,
  waveRange,
  withBatch,
  withWaves,
} from '../../../scenario/edit-bunching.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import type { Batch, Demand } from '../../../scenario/schema-demand.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { NumberField } from '../../inputs/number-field.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { ShareField } from '../../inputs/share-field.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { useCommands } from '../../use-app.ts';
import { useAxis } from '../../use-axis.ts';
import { Fold } from './fold.tsx';
import { useChannelEdit, type ChannelEdit } from './use-channel-edit.ts';
import { useWords } from './use-words.ts';

/** A busy half-hour brings some 40 % more or less, and is half gone an hour and a half later. */
const FIRST_WAVES = { cv: 0.25, correlation: 0.8 };
const FIRST_SIZE = 3;
const MOST_AT_ONCE = 1000;

const KINDS: readonly (Batch['kind'] | 'single')[] = ['single', 'constant', 'geometric'];

type BunchingFieldsProps = { readonly channel: Channel; readonly scenario: Scenario };
type PartProps = { readonly demand: Demand; readonly edit: ChannelEdit };

export function BunchingFields({ channel, scenario }: BunchingFieldsProps) {
  const words = useWords().bunching;
  const edit = useChannelEdit(channel.id);
  const { demand } = channel;
  const swings = demand.intervalFactorCv !== undefined || demand.dayFactorCv > 0;
  return (
    <Fold
      title={words.title}
      startsOpen={demand.intervalFactorCv !== undefined || demand.batch !== undefined}
    >
      <div className="channel-parts">
        <Waves demand={demand} edit={edit} />
        {swings && scenario.channels.length > 1 && <Alike correlation={scenario.busynessCorrelation} />}
        <Batches demand={demand} edit={edit} />
      </div>
    </Fold>
  );
}

function Waves({ demand, edit }: PartProps) {
  const { f } = useLocale();
  const words = useWords().bunching;
  const { intervalSeconds } = useAxis();
  const { intervalFactorCv: cv, intervalFactorCorrelation: correlation = 0 } = demand;
  const change = (field: string, nextCv: number, next: number): void =>
    edit.change(`waves ${field}`, (draft) => {
      Object.assign(draft, { demand: withWaves(demand, nextCv, next) });
    });
  const [low, high] = waveRange(cv ?? 0);
  return (
    <div className="channel-part">
      <CheckField
        label={words.waves}
        checked={cv !== undefined}
        onChange={(on) =>
          edit.set('waves', (draft) => {
            const first = on ? FIRST_WAVES : { cv: 0, correlation: 0 };
            Object.assign(draft, { demand: withWaves(demand, first.cv, first.correlation) });
          })
        }
      />
      <p className="field-note">{words.wavesNote}</p>
      {cv !== undefined && (
        <>
          <div className="field-pair">
            <ShareField
              label={words.cv}
              value={cv}
              min={0.01}
              max={3}
              step={0.05}
              onChange={(next) => change('cv', next, correlation)}
              onEnd={edit.end}
            />
            <NumberField
              label={words.correlation}
              value={correlation}
              min={0}
              max={0.99}
              step={0.05}
              onChange={(next) => change('correlation', cv, next)}
              onEnd={edit.end}
            />
          </div>
          <p className="field-note">
            <Rich
              text={words.range(
                f.count(intervalSeconds / 60),
                f.change(low),
                f.change(high),
                correlation > 0 ? f.duration(waveHalfLife(correlation, intervalSeconds)) : null,
              )}
            />
          </p>
        </>
      )}
    </div>
  );
}

/** One number of the whole scenario, for days and for waves. */
function Alike({ correlation }: { readonly correlation: number }) {
  const words = useWords().bunching;
  const commands = useCommands();
  return (
    <div className="channel-part">
      <NumberField
        label={words.alike}
        hint={words.alikeNote}
        value={correlation}
        min={0}
        max={1}
        step={0.05}
        onChange={(next) =>
          commands.edit('busyness correlation', (draft) => {
            draft.busynessCorrelation = next;
          })
        }
        onEnd={() => commands.endGesture()}
      />
    </div>
  );
}

function Batches({ demand, edit }: PartProps) {
  const { f } = useLocale();
  const words = useWords().bunching;
  const { batch } = demand;
  const kind = batch?.kind ?? 'single';
  const set = (once: boolean, next: Batch | null): void =>
    (once ? edit.set : edit.change)(once ? 'batch' : 'batch size', (draft) => {
      Object.assign(draft, { demand: withBatch(demand, next) });
    });
  return (
    <div className="channel-part">
      <div className="field-pair">
        <SelectField
          label={words.batch}
          value={kind}
          options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(value) => set(true, value === 'single' ? null : batchLike(batch, value, FIRST_SIZE))}
        />
        {batch?.kind === 'constant' && (
          <NumberField
            label={words.size}
            value={batch.size}
            whole
            digits={0}
            min={1}
            max={MOST_AT_ONCE}
            onChange={(size) => set(false, { ...batch, size })}
            onEnd={edit.end}
          />
        )}
        {batch?.kind === 'geometric' && (
          <NumberField
            label={words.mean}
            value={batch.mean}
            min={1}
            max={MOST_AT_ONCE}
            step={0.5}
            onChange={(mean) => set(false, { ...batch, mean })}
            onEnd={edit.end}
          />
        )}
      </div>
      <p className="field-note">
        {words.note[kind]}
        {batch?.kind === 'geometric' && <> {words.alone(f.share(aloneShare(batch.mean)))}</>}
      </p>
    </div>
  );
}
