/** The breaks of one shift: from and to in one field each. */
import { useRef } from 'react';
import { readBreak, type ShiftBreak, withBreak } from '../../../scenario/edit-shifts.ts';
import type { Shift } from '../../../scenario/schema.ts';
import { TextField } from '../../inputs/text-field.tsx';
import { useLocale } from '../../locale.tsx';
import { CloseIcon } from '../../shell/icons.tsx';
import { useShiftWords } from './use-shift-words.ts';

type ShiftBreaksProps = {
  readonly shift: Shift;
  readonly number: string;
  /** Why the shift cannot have these breaks; null where it can. */
  readonly wrong: (breaks: readonly ShiftBreak[]) => string | null;
  readonly onChange: (breaks: readonly ShiftBreak[], once: boolean) => void;
  readonly onEnd: () => void;
};

export function ShiftBreaks({ shift, number, wrong, onChange, onEnd }: ShiftBreaksProps) {
  const { f } = useLocale();
  const words = useShiftWords();
  const { breaks } = shift;
  const more = withBreak(shift);
  const adding = useRef<HTMLButtonElement>(null);
  return (
    <div className="shift-breaks">
      {/* what was typed and refused goes with a break that comes or goes */}
      <div key={breaks.length} className="shift-break-list">
        {breaks.map(({ start, end }, at) => {
          const text = `${start}–${end}`;
          const changed = (each: ShiftBreak) => breaks.with(at, each);
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a break has no name but its place
            <div key={at} className="shift-break">
              <TextField
                label={words.breakOf(f.count(at + 1), number)}
                hideLabel
                value={text}
                problem={(typed) => {
                  const read = readBreak(typed);
                  return read === null ? words.notABreak : wrong(changed(read));
                }}
                onChange={(typed) => {
                  const read = readBreak(typed);
                  if (read !== null) onChange(changed(read), false);
                }}
                onEnd={onEnd}
              />
              <button
                type="button"
                className="icon-button"
                aria-label={words.removeBreak(text, number)}
                title={words.removeBreak(text, number)}
                onClick={() => {
                  onChange(breaks.toSpliced(at, 1), true);
                  adding.current?.focus();
                }}
              >
                <CloseIcon />
              </button>
            </div>
          );
        })}
      </div>
      <button
        ref={adding}
        type="button"
        className="quiet"
        aria-label={words.addBreakTo(number)}
        aria-disabled={more === null}
        onClick={() => more && onChange(more, true)}
      >
        <span aria-hidden="true">+</span> {words.addBreak}
      </button>
    </div>
  );
}
