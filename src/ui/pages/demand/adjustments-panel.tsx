/** What people know that no model does: changes on top of the source, each with who and why. */
import { useMemo, useState } from 'react';
import { adjusted } from '../../../scenario/adjustments.ts';
import { onAxis, type Axis } from '../../../scenario/axis.ts';
import { sourceContacts } from '../../../scenario/demand.ts';
import type { Channel } from '../../../scenario/schema.ts';
import type { Adjustment } from '../../../scenario/schema-demand.ts';
import { TextField } from '../../inputs/text-field.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { CloseIcon } from '../../shell/icons.tsx';
import { AdjustmentForm } from './adjustment-form.tsx';
import { adjustmentText } from './adjustment-text.ts';
import { DemandGrid } from './demand-grid.tsx';
import { withoutTyped, withTyped } from './grid-edit.ts';
import { useAdjust } from './use-adjust.ts';
import { useWords } from './use-words.ts';

type AdjustmentsPanelProps = {
  readonly channel: Channel;
  readonly name: string;
  readonly axis: Axis;
  /** Slots [first, last) shown in the sheet. */
  readonly firstSlot: number;
  readonly lastSlot: number;
};

export function AdjustmentsPanel({ channel, name, axis, firstSlot, lastSlot }: AdjustmentsPanelProps) {
  const locale = useLocale();
  const { f } = locale;
  const w = useWords();
  const adjust = useAdjust(channel);
  const [who, setWho] = useState(channel.demand.adjustments?.at(-1)?.who ?? '');
  const [why, setWhy] = useState('');
  const adjustments = useMemo(() => channel.demand.adjustments ?? [], [channel.demand.adjustments]);
  const source = useMemo(() => sourceContacts(channel, axis), [channel, axis]);
  const { contacts, changes } = useMemo(
    () => adjusted(source, adjustments, axis),
    [source, adjustments, axis],
  );
  const typed = useMemo(
    () =>
      new Set(
        adjustments.flatMap((each) => (each.kind === 'cells' ? each.cells.map(({ cell }) => cell) : [])),
      ),
    [adjustments],
  );
  const sum = (grid: ArrayLike<number>) => onAxis(axis, grid).reduce((a, b) => a + b, 0);
  const by = { who: who.trim().slice(0, 200), why: why.trim().slice(0, 500) };

  function add(next: Adjustment): void {
    // a formula is over the source, so it comes first, and there is one
    if (next.kind === 'formula') adjust([next, ...adjustments.filter(({ kind }) => kind !== 'formula')]);
    else adjust([...adjustments, next]);
    // the next one, or a cell typed, has a reason of its own
    setWhy('');
  }

  return (
    <div className="section-parts">
      <p>
        <Rich
          text={
            adjustments.length === 0
              ? w.adjustNone(f.count(sum(source)))
              : w.adjustSum(f.count(sum(source)), f.count(sum(contacts)))
          }
        />
      </p>
      {adjustments.length > 0 && (
        <ol className="lines" aria-label={w.adjustList}>
          {adjustments.map((adjustment, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- an adjustment is its place in the order
            <li key={index} className="line-item">
              <span className="line-text">
                <span>{adjustmentText(adjustment, w, locale)}</span>{' '}
                <strong className="num">{w.adjustEffect(f.count(changes[index] ?? 0, true))}</strong>
                <span className="quiet-text line-note">
                  {adjustment.why || w.adjustNoReason} · {adjustment.who || w.adjustNobody}
                </span>
              </span>
              <button
                type="button"
                className="icon-button"
                aria-label={w.adjustRemove(adjustmentText(adjustment, w, locale))}
                title={w.adjustRemoveShort}
                onClick={() => adjust(adjustments.filter((_, other) => other !== index))}
              >
                <CloseIcon />
              </button>
            </li>
          ))}
        </ol>
      )}
      <div className="who-why">
        <TextField label={w.adjustWho} value={who} onChange={setWho} />
        <TextField label={w.adjustWhy} value={why} placeholder={w.adjustWhyExample} onChange={setWhy} />
      </div>
      <AdjustmentForm channel={channel} name={name} axis={axis} source={source} by={by} onAdd={add} />
      <h3>{w.gridTitle}</h3>
      <DemandGrid
        label={w.gridLabel(name)}
        axis={axis}
        firstSlot={firstSlot}
        lastSlot={lastSlot}
        contacts={contacts}
        typed={typed}
        onType={(cells) => adjust(withTyped(adjustments, cells, by))}
        onClear={(cells) => {
          if (cells.length > 0) adjust(withoutTyped(adjustments, cells));
        }}
      />
    </div>
  );
}
