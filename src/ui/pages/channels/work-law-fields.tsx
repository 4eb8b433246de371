/** How handle times differ around their mean: the law, and the one or two numbers it has besides. */
import { useState } from 'react';
import type { WorkLaw } from '../../../scenario/schema-customers.ts';
import {
  cvOfSorts,
  LEAST_CV,
  leastShort,
  momentsOf,
  MOST_CV,
  MOST_VALUES,
  type Spread,
  twoSorts,
} from '../../../scenario/work-law.ts';
import type { Seconds } from '../../../units.ts';
import { NumberField } from '../../inputs/number-field.tsx';
import { parseNumber } from '../../inputs/parse-number.ts';
import { SecondsField } from '../../inputs/seconds-field.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { ShareField } from '../../inputs/share-field.tsx';
import { useLocale } from '../../locale.tsx';
import { useWords } from './use-words.ts';

/** A spread, and the mean where the law brings one. */
export type WorkChange = Spread & { readonly mean?: Seconds };

type LawKind = WorkLaw['kind'] | 'lognormal';
const LAWS: readonly LawKind[] = [
  'lognormal',
  'gamma',
  'weibull',
  'exponential',
  'hyperexponential',
  'empirical',
];
/** Half of all are short, and take half as long as all on average. */
const SHORT = 0.5;

type WorkLawProps = {
  readonly mean: Seconds;
  readonly spread: Spread;
  /** Whose handle times, behind each label; absent: the channel's. */
  readonly of?: string;
  /** The choice of having none of its own; its name. */
  readonly inherit?: { readonly label: string; readonly chosen: boolean };
  /** Null: none of its own. `once`: a step by itself, not the keys of one number. */
  readonly onChange: (field: string, once: boolean, next: WorkChange | null) => void;
  readonly onEnd: () => void;
};

export function WorkLawFields({ mean, spread, of, inherit, onChange, onEnd }: WorkLawProps) {
  const { f } = useLocale();
  const words = useWords().workLaw;
  const [pasting, setPasting] = useState(false);
  const own = inherit?.chosen !== true;
  const kind: LawKind | 'inherit' = pasting
    ? 'empirical'
    : own
      ? (spread.law?.kind ?? 'lognormal')
      : 'inherit';
  const label = (what: string): string => (of === undefined ? what : words.of(what, of));

  function choose(next: LawKind | 'inherit'): void {
    setPasting(next === 'empirical');
    const free = Math.max(LEAST_CV, spread.cv);
    switch (next) {
      case 'inherit':
        return onChange('law', true, null);
      case 'lognormal':
        return onChange('law', true, { cv: spread.cv });
      case 'gamma':
      case 'weibull':
        return onChange('law', true, { cv: free, law: { kind: next } });
      case 'exponential':
        return onChange('law', true, { cv: 1, law: { kind: next } });
      case 'hyperexponential':
        return onChange('law', true, {
          cv: cvOfSorts(mean, SHORT, mean / 2),
          law: { kind: next, share: SHORT },
        });
      case 'empirical':
    }
  }

  return (
    <>
      <div className="field-pair">
        <SelectField
          label={label(words.law)}
          value={kind}
          options={[
            ...(inherit ? [{ value: 'inherit' as const, label: inherit.label }] : []),
            ...LAWS.map((value) => ({ value, label: words.laws[value] })),
          ]}
          onChange={choose}
        />
        {(kind === 'lognormal' || kind === 'gamma' || kind === 'weibull') && (
          <NumberField
            label={label(words.cv)}
            value={spread.cv}
            min={kind === 'lognormal' ? 0 : LEAST_CV}
            max={MOST_CV}
            step={0.05}
            onChange={(cv) => onChange('cv', false, { ...spread, cv })}
            onEnd={onEnd}
          />
        )}
        {kind === 'hyperexponential' && spread.law?.kind === 'hyperexponential' && (
          <SortFields
            mean={mean}
            cv={spread.cv}
            law={spread.law}
            label={label}
            onChange={(next) => onChange('sorts', false, next)}
            onEnd={onEnd}
          />
        )}
      </div>
      {kind === 'empirical' && (
        <MeasuredTimes
          law={spread.law}
          label={label(words.paste)}
          onTake={(values) => {
            setPasting(false);
            onChange('law', true, { ...momentsOf(values), law: { kind: 'empirical', values } });
          }}
        />
      )}
      {kind !== 'inherit' && (
        <p className="field-note">
          {words.note[kind]}
          {kind === 'hyperexponential' && spread.law?.kind === 'hyperexponential' && (
            <> {words.others(f.duration(twoSorts(mean, spread.cv, spread.law.share)[1]))}</>
          )}
        </p>
      )}
    </>
  );
}

type SortFieldsProps = {
  readonly mean: Seconds;
  readonly cv: number;
  readonly law: Extract<WorkLaw, { readonly kind: 'hyperexponential' }>;
  readonly label: (what: string) => string;
  readonly onChange: (next: Spread) => void;
  readonly onEnd: () => void;
};

/** The share of short contacts and how long they take: the variation follows. */
function SortFields({ mean, cv, law, label, onChange, onEnd }: SortFieldsProps) {
  const words = useWords().workLaw;
  const [short] = twoSorts(mean, cv, law.share);
  const change = (share: number, seconds: Seconds): void =>
    onChange({
      cv: cvOfSorts(mean, share, Math.max(seconds, leastShort(mean, share))),
      law: { ...law, share },
    });
  return (
    <>
      <ShareField
        label={label(words.shortShare)}
        value={law.share}
        min={0.01}
        max={0.99}
        step={0.05}
        onChange={(share) => change(share, short)}
        onEnd={onEnd}
      />
      <SecondsField
        label={label(words.shortMean)}
        value={short}
        min={leastShort(mean, law.share)}
        max={mean}
        onChange={(seconds) => change(law.share, seconds)}
        onEnd={onEnd}
      />
    </>
  );
}

type MeasuredTimesProps = {
  readonly law: WorkLaw | undefined;
  readonly label: string;
  readonly onTake: (values: number[]) => void;
};

/** Handle times pasted from a worksheet, one per line, and what there is of them. */
function MeasuredTimes({ law, label, onTake }: MeasuredTimesProps) {
  const { f, locale } = useLocale();
  const words = useWords().workLaw;
  const [text, setText] = useState('');
  const parts = text.split(/[\s;]+/u).filter((part) => part !== '');
  const values = parts.map((part) => parseNumber(part, locale, true));
  const wrong = parts.find((_, k) => !((values[k] ?? -1) >= 0 && (values[k] ?? 0) <= 86_400));
  const read = values.filter((value) => value !== null);
  const isList =
    wrong === undefined && read.length >= 2 && read.length <= MOST_VALUES && read.some((v) => v > 0);
  const sound = isList && momentsOf(read).cv <= MOST_CV;
  const facts = (list: readonly number[]): string => {
    const { mean, cv } = momentsOf(list);
    return words.measured(f.count(list.length), f.duration(mean), f.number(cv, 2));
  };
  return (
    <div className="channel-part">
      {law?.kind === 'empirical' && <p className="field-note">{facts(law.values)}</p>}
      <label className="field">
        <span className="field-label">{label}</span>
        <textarea
          className="paste-box"
          rows={4}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {text.trim() !== '' &&
        (sound ? (
          <p className="field-note">{facts(read)}</p>
        ) : (
          <p className="field-error" role="alert">
            {wrong !== undefined
              ? words.notATime(wrong)
              : isList
                ? words.tooVaried(f.number(momentsOf(read).cv, 1), f.count(MOST_CV))
                : words.tooFew(f.count(MOST_VALUES))}
          </p>
        ))}
      <button type="button" className="button" disabled={!sound} onClick={() => (onTake(read), setText(''))}>
        {words.take}
      </button>
    </div>
  );
}
