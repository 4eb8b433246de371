/** Patience that changes with the wait: from which second on how many of those still waiting give up in a minute. */
import { meanOfHazard } from '../../../scenario/hazard.ts';
import type { HazardPiece, Patience } from '../../../scenario/schema-customers.ts';
import type { Seconds, Share } from '../../../units.ts';
import { SecondsField } from '../../inputs/seconds-field.tsx';
import { ShareField } from '../../inputs/share-field.tsx';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { CloseIcon } from '../../shell/icons.tsx';
import { useWords } from './use-words.ts';

const MINUTES_PER_HOUR = 60;
const MOST_PIECES = 20;
const LONGEST: Seconds = 86_400;
/** A further step begins so much after the last one. */
const STEP: Seconds = 60;

const shareOf = ({ perHour }: HazardPiece): Share => -Math.expm1(-perHour / MINUTES_PER_HOUR);
const rateOf = (share: Share): number => -MINUTES_PER_HOUR * Math.log1p(-share);

type HazardFieldsProps = {
  readonly pieces: readonly HazardPiece[];
  readonly onChange: (field: string, next: (before: Patience) => Patience) => void;
  readonly onEnd: () => void;
};

export function HazardFields({ pieces, onChange, onEnd }: HazardFieldsProps) {
  const { f } = useLocale();
  const words = useWords().patienceLaw.hazard;
  const set = (field: string, next: readonly HazardPiece[]): void =>
    onChange(`hazard ${field}`, (before) => ({
      ...before,
      mean: meanOfHazard(next),
      law: { kind: 'hazard', pieces: next },
    }));
  const last = pieces.length - 1;
  const end = pieces[last];
  const rows = pieces.map((piece, k) => ({ piece, k }));
  return (
    <div className="reasons">
      <DataTable
        caption={words.caption}
        hideCaption
        rows={rows}
        rowKey={({ k }) => k}
        columns={[
          {
            id: 'from',
            head: words.from,
            cell: ({ piece, k }) =>
              k === 0 ? (
                f.seconds(0)
              ) : (
                <SecondsField
                  label={words.fromOf(f.count(k + 1))}
                  hideLabel
                  value={piece.from}
                  min={(pieces[k - 1]?.from ?? 0) + 1}
                  max={k === last ? LONGEST : (pieces[k + 1]?.from ?? LONGEST) - 1}
                  onChange={(from) => set(`from ${k}`, pieces.with(k, { ...piece, from }))}
                  onEnd={onEnd}
                />
              ),
          },
          {
            id: 'rate',
            head: words.perMinute,
            text: true,
            cell: ({ piece, k }) => (
              <ShareField
                label={words.perMinuteOf(f.seconds(piece.from))}
                hideLabel
                value={shareOf(piece)}
                min={k === last ? 0.001 : 0}
                max={0.99}
                onChange={(share) => set(`rate ${k}`, pieces.with(k, { ...piece, perHour: rateOf(share) }))}
                onEnd={onEnd}
              />
            ),
          },
          {
            id: 'remove',
            head: <span className="visually-hidden">{words.remove}</span>,
            cell: ({ piece, k }) =>
              k > 0 && (
                <button
                  type="button"
                  className="icon-button"
                  aria-label={words.removeOf(f.seconds(piece.from))}
                  title={words.remove}
                  onClick={() => {
                    const next = pieces.filter((_, other) => other !== k);
                    const newEnd = next.at(-1);
                    // In the end everybody gives up.
                    set(
                      'remove',
                      newEnd?.perHour === 0
                        ? next.with(next.length - 1, { ...newEnd, perHour: piece.perHour })
                        : next,
                    );
                    onEnd();
                  }}
                >
                  <CloseIcon />
                </button>
              ),
          },
        ]}
      />
      {end && pieces.length < MOST_PIECES && end.from + STEP <= LONGEST && (
        <button
          type="button"
          className="button"
          onClick={() => {
            set('add', [...pieces, { ...end, from: Math.floor(end.from) + STEP }]);
            onEnd();
          }}
        >
          {words.add}
        </button>
      )}
    </div>
  );
}
