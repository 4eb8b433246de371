/** Hours and weekdays at which customers come for other things than usual: shares typed as percent of that time. */
import {
  hasTimesBy,
  mostShareAt,
  sharesOf,
  withShareAt,
  withTimes,
} from '../../../scenario/edit-reason-times.ts';
import type { Times } from '../../../scenario/edit-reason-times.ts';
import { openTimes } from '../../../scenario/opening.ts';
import { hasTimes, meanOfShares } from '../../../scenario/reason-times.ts';
import type { Reason } from '../../../scenario/schema-customers.ts';
import type { Channel } from '../../../scenario/schema.ts';
import { MINUTES_PER_DAY, type Seconds, type Share } from '../../../units.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { ShareField } from '../../inputs/share-field.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { reasonName } from '../../reason-name.ts';
import { capital } from '../when.ts';
import { Fold } from './fold.tsx';
import { useReasonWords } from './use-reason-words.ts';

const MINUTES_PER_HOUR = MINUTES_PER_DAY / 24;

type Apply = (field: string, once: boolean, reasons: readonly Reason[]) => void;

type ReasonTimesProps = { readonly channel: Channel; readonly onChange: Apply; readonly onEnd: () => void };

export function ReasonTimesFields({ channel, onChange, onEnd }: ReasonTimesProps) {
  const words = useReasonWords().times;
  const { reasons = [] } = channel;
  return (
    <Fold title={words.title} startsOpen={hasTimes(channel)}>
      <div className="channel-part">
        <p className="field-note">{words.text}</p>
        {(['byHour', 'byWeekday'] as const).map((times) => {
          const on = hasTimesBy(reasons, times);
          return (
            <div key={times}>
              <CheckField
                label={words.on[times]}
                checked={on}
                onChange={(next) => onChange(`times ${times}`, true, withTimes(reasons, times, next))}
              />
              {on && <TimesTable channel={channel} times={times} onChange={onChange} onEnd={onEnd} />}
            </div>
          );
        })}
      </div>
    </Fold>
  );
}

type Row = { readonly place: number; readonly shares: readonly Share[]; readonly mean: Seconds };

function TimesTable({ channel, times, onChange, onEnd }: ReasonTimesProps & { readonly times: Times }) {
  const locale = useLocale();
  const { f } = locale;
  const { times: words, of } = useReasonWords();
  const { reasons = [] } = channel;
  const rows = openTimes(channel)[times].map((place): Row => {
    const shares = sharesOf(reasons, times, place);
    return { place, shares, mean: meanOfShares(channel, shares) };
  });
  const timeName = (place: number): string =>
    times === 'byHour'
      ? f.clockRange(place * MINUTES_PER_HOUR, (place + 1) * MINUTES_PER_HOUR)
      : // 2024-01-01 was a Monday
        capital(f.weekday(`2024-01-0${place + 1}`));
  const byMean = rows.toSorted((a, b) => a.mean - b.mean);
  const shortest = byMean[0];
  const longest = byMean.at(-1);
  return (
    <>
      <div className="reasons">
        <DataTable
          caption={words.caption[times]}
          hideCaption
          rows={rows}
          rowKey={({ place }) => place}
          columns={[
            { id: 'time', head: words.head[times], cell: ({ place }) => timeName(place) },
            ...reasons.map((reason, r) => {
              const name = reasonName(channel, reason.id, locale);
              return {
                id: reason.id,
                head: name,
                text: true,
                cell: ({ place, shares }: Row) => (
                  <ShareField
                    label={of(timeName(place), name)}
                    hideLabel
                    value={shares[r] ?? 0}
                    max={mostShareAt(reason)}
                    onChange={(share) =>
                      onChange(
                        `${reason.id} ${times} ${place}`,
                        false,
                        withShareAt(reasons, reason.id, times, place, share),
                      )
                    }
                    onEnd={onEnd}
                  />
                ),
              };
            }),
            {
              id: 'mean',
              head: words.mean,
              text: true,
              cell: ({ mean }: Row) => (
                <span className="gain">
                  <span
                    className="gain-bar"
                    style={{ '--share': mean / (longest?.mean ?? mean) }}
                    aria-hidden="true"
                  />
                  {f.duration(mean)}
                </span>
              ),
            },
          ]}
        />
      </div>
      {shortest && longest && shortest.mean < longest.mean && (
        <p className="field-note">
          <Rich
            text={words.finding(
              f.duration(shortest.mean),
              timeName(shortest.place),
              f.duration(longest.mean),
              timeName(longest.place),
            )}
          />
        </p>
      )}
    </>
  );
}
