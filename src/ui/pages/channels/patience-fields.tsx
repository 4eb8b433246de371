/** When waiting customers give up: after a mean time, and, folded away, how single customers differ from it. */
import { withoutReasonPatience } from '../../../scenario/edit-reasons.ts';
import {
  givenUpAfter,
  isExponential,
  meansOfPatience,
  withMeanPatience,
} from '../../../scenario/patience.ts';
import type { HazardPiece, Patience, PatienceLaw } from '../../../scenario/schema-customers.ts';
import type { Channel } from '../../../scenario/schema.ts';
import { SECONDS_PER_HOUR, type Seconds } from '../../../units.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { NumberField } from '../../inputs/number-field.tsx';
import { SecondsField } from '../../inputs/seconds-field.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { ShareField } from '../../inputs/share-field.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { Fold } from './fold.tsx';
import { HazardFields } from './hazard-fields.tsx';
import { useChannelEdit, type ChannelEdit } from './use-channel-edit.ts';
import { useWords } from './use-words.ts';

export function PatienceFields({ channel }: { readonly channel: Channel }) {
  const { t } = useLocale();
  const edit = useChannelEdit(channel.id);
  const { patience } = channel;
  return (
    <>
      <CheckField
        label={t.channels.patienceOn}
        checked={patience !== null}
        onChange={(on) =>
          edit.set('patience', (draft) => {
            draft.patience = on ? { mean: 120 } : null;
            if (!on) Object.assign(draft, withoutReasonPatience(channel));
          })
        }
      />
      {patience ? (
        <>
          <div className="field-pair">
            <SecondsField
              label={t.channels.patience}
              value={patience.mean}
              {...meansOfPatience({ ...channel, patience })}
              onChange={(mean) =>
                edit.change('patience mean', (draft) => {
                  if (draft.patience)
                    Object.assign(draft, { patience: withMeanPatience(draft.patience, mean) });
                })
              }
              onEnd={edit.end}
            />
          </div>
          <PatienceLawFields channel={channel} patience={patience} edit={edit} />
        </>
      ) : (
        <p className="field-note">{t.channels.patienceOff}</p>
      )}
    </>
  );
}

type LawKind = PatienceLaw['kind'] | 'exponential';

/** What planners may begin with: half of all in a hurry, and the like. */
const STARTS: Readonly<Record<PatienceLaw['kind'], (patience: Patience) => PatienceLaw>> = {
  weibull: () => ({ kind: 'weibull', shape: 0.7 }),
  lognormal: () => ({ kind: 'lognormal', cv: 1 }),
  hyperexponential: ({ mean }) => ({ kind: 'hyperexponential', share: 0.3, mean: Math.max(1, mean / 5) }),
  hazard: ({ mean }) => ({ kind: 'hazard', pieces: twoRates(mean) }),
};
const LAWS: readonly LawKind[] = ['exponential', 'weibull', 'lognormal', 'hyperexponential', 'hazard'];

/** Half as many as usual give up until half the mean has passed, then as many as keep the mean. */
function twoRates(mean: Seconds): HazardPiece[] {
  const stay = Math.exp(-1 / 4);
  const perHour = SECONDS_PER_HOUR / mean;
  return [
    { from: 0, perHour: perHour / 2 },
    { from: mean / 2, perHour: (perHour * stay) / (2 * stay - 1) },
  ];
}

type LawFieldsProps = {
  readonly channel: Channel;
  readonly patience: Patience;
  readonly edit: ChannelEdit;
};

function PatienceLawFields({ channel, patience, edit }: LawFieldsProps) {
  const { f } = useLocale();
  const words = useWords().patienceLaw;
  const kind: LawKind = patience.law?.kind ?? 'exponential';
  const change = (field: string, next: (before: Patience) => Patience): void =>
    edit.change(`patience ${field}`, (draft) => {
      if (draft.patience) Object.assign(draft, { patience: next(draft.patience) });
    });
  const first = channel.targets.serviceLevel?.threshold ?? 20;
  const plain: Patience = { mean: patience.mean };
  const left = (of: Patience, after: number): string => f.share(givenUpAfter(of, after), 0);
  return (
    <Fold title={words.title} startsOpen={!isExponential(patience)}>
      <div className="channel-part">
        <div className="field-pair">
          <SelectField
            label={words.law}
            value={kind}
            options={LAWS.map((value) => ({ value, label: words.laws[value] }))}
            onChange={(value) =>
              edit.set('patience law', (draft) => {
                if (!draft.patience) return;
                if (value === 'exponential') delete draft.patience.law;
                else Object.assign(draft.patience, { law: STARTS[value](draft.patience) });
              })
            }
          />
          <ShareField
            label={words.atOnce}
            value={patience.leavesAtOnce ?? 0}
            max={0.95}
            onChange={(share) =>
              change('leavesAtOnce', ({ leavesAtOnce: _none, ...rest }) =>
                share > 0 ? { ...rest, leavesAtOnce: share } : rest,
              )
            }
            onEnd={edit.end}
          />
          <LawFigures patience={patience} change={change} end={edit.end} />
        </div>
        {patience.law?.kind === 'hazard' && (
          <HazardFields pieces={patience.law.pieces} onChange={change} onEnd={edit.end} />
        )}
        <p className="field-note">{words.note[kind]}</p>
        {!isExponential(patience) && (
          <p className="field-note">
            <Rich
              text={words.readout(
                f.seconds(first),
                left(patience, first),
                f.seconds(patience.mean),
                left(patience, patience.mean),
                left(plain, first),
                left(plain, patience.mean),
              )}
            />
          </p>
        )}
      </div>
    </Fold>
  );
}

type LawFiguresProps = {
  readonly patience: Patience;
  readonly change: (field: string, next: (before: Patience) => Patience) => void;
  readonly end: () => void;
};

/** The one or two numbers that a law has besides the mean. */
function LawFigures({ patience, change, end }: LawFiguresProps) {
  const words = useWords().patienceLaw;
  const { law } = patience;
  switch (law?.kind) {
    case 'weibull':
      return (
        <NumberField
          label={words.shape}
          value={law.shape}
          min={0.2}
          max={10}
          step={0.1}
          onChange={(shape) => change('shape', (before) => ({ ...before, law: { ...law, shape } }))}
          onEnd={end}
        />
      );
    case 'lognormal':
      return (
        <NumberField
          label={words.cv}
          value={law.cv}
          min={0.1}
          max={10}
          step={0.1}
          onChange={(cv) => change('cv', (before) => ({ ...before, law: { ...law, cv } }))}
          onEnd={end}
        />
      );
    case 'hyperexponential':
      return (
        <>
          <ShareField
            label={words.hasty}
            value={law.share}
            min={0.01}
            max={0.99}
            step={0.05}
            onChange={(share) => change('hasty', (before) => ({ ...before, law: { ...law, share } }))}
            onEnd={end}
          />
          <SecondsField
            label={words.hastyMean}
            value={law.mean}
            min={1}
            max={patience.mean}
            onChange={(mean) => change('hasty mean', (before) => ({ ...before, law: { ...law, mean } }))}
            onEnd={end}
          />
        </>
      );
    case 'hazard':
    case undefined:
      return null;
  }
}
