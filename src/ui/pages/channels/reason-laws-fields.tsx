/** Reasons whose handle times differ in another way than those of their channel. */
import type { Reason } from '../../../scenario/schema-customers.ts';
import { reasonsOf } from '../../../scenario/reasons.ts';
import type { Channel } from '../../../scenario/schema.ts';
import { useLocale } from '../../locale.tsx';
import { reasonName } from '../../reason-name.ts';
import { Fold } from './fold.tsx';
import { useReasonWords } from './use-reason-words.ts';
import { type WorkChange, WorkLawFields } from './work-law-fields.tsx';

type ReasonLawsProps = {
  readonly channel: Channel;
  /** Another law of one reason, and the mean that a list of measured times has. */
  readonly onChange: (id: string, field: string, once: boolean, next: WorkChange | null) => void;
  readonly onEnd: () => void;
};

export function ReasonLawsFields({ channel, onChange, onEnd }: ReasonLawsProps) {
  const locale = useLocale();
  const words = useReasonWords().laws;
  const { reasons = [] } = channel;
  return (
    <Fold title={words.title} startsOpen={reasons.some(({ cv }) => cv !== undefined)}>
      <div className="channel-part">
        <p className="field-note">{words.text}</p>
        <div className="channel-parts">
          {reasonsOf(channel).map(({ id, mean, cv, law }, r) => (
            <div key={id} className="channel-part">
              <WorkLawFields
                mean={mean}
                spread={law === undefined ? { cv } : { cv, law }}
                of={reasonName(channel, id, locale)}
                inherit={{ label: words.inherit, chosen: reasons[r]?.cv === undefined }}
                onChange={(field, once, next) => onChange(id, field, once, next)}
                onEnd={onEnd}
              />
            </div>
          ))}
        </div>
      </div>
    </Fold>
  );
}

/** The reason with a law and variation of its own, or with its channel's. */
export function withReasonLaw(reason: Reason, next: WorkChange | null): Reason {
  const { cv: _cv, law: _law, ...rest } = reason;
  if (next === null) return rest;
  return { ...rest, cv: next.cv, ...(next.law === undefined ? {} : { law: next.law }) };
}
