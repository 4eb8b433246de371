/**
 * The week as a sheet: one Tab stop, arrows move, Shift selects, typing replaces, Delete gives the
 * model's number back, copy and paste go to and from a spreadsheet.
 */
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { Axis } from '../../../scenario/axis.ts';
import { useLocale } from '../../locale.tsx';
import { useWords } from './use-words.ts';
import {
  copiedText,
  gridCell,
  pastedCells,
  rectangle,
  type Cell,
  type GridShape,
  type TypedCell,
} from './grid-edit.ts';

type DemandGridProps = {
  readonly label: string;
  readonly axis: Axis;
  readonly firstSlot: number;
  readonly lastSlot: number;
  readonly contacts: ArrayLike<number>;
  /** Cells typed by hand. */
  readonly typed: ReadonlySet<number>;
  readonly onType: (cells: readonly TypedCell[]) => void;
  readonly onClear: (cells: readonly number[]) => void;
};

export function DemandGrid(props: DemandGridProps) {
  const { label, axis, firstSlot, lastSlot, contacts, typed, onType, onClear } = props;
  const { f, locale } = useLocale();
  const w = useWords();
  const [here, setHere] = useState<Cell>({ row: 0, column: 0 });
  const [corner, setCorner] = useState<Cell>({ row: 0, column: 0 });
  const [draft, setDraft] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const table = useRef<HTMLTableElement>(null);
  const shape: GridShape = {
    firstSlot,
    rows: lastSlot - firstSlot,
    days: axis.days.length,
    slotsPerDay: axis.slotsPerDay,
  };
  const minutes = 1440 / axis.slotsPerDay;
  const chosen = rectangle(here, corner);
  const isChosen = ({ row, column }: Cell) =>
    row >= chosen.from.row &&
    row <= chosen.to.row &&
    column >= chosen.from.column &&
    column <= chosen.to.column;

  function go(to: Cell, keepCorner: boolean): void {
    const inside = {
      row: Math.min(shape.rows - 1, Math.max(0, to.row)),
      column: Math.min(shape.days - 1, Math.max(0, to.column)),
    };
    setHere(inside);
    if (!keepCorner) setCorner(inside);
    table.current
      ?.querySelector<HTMLElement>(`[data-at="${inside.row} ${inside.column}"]`)
      ?.focus({ preventScroll: false });
  }

  function take(text: string, start: Cell): boolean {
    const pasted = pastedCells(text, start, shape, locale);
    if (!pasted.ok) {
      setSaid(w.gridNoNumber(pasted.entry.slice(0, 40)));
      return false;
    }
    onType(pasted.cells);
    setSaid(
      w.gridTaken(pasted.cells.length, f.count(pasted.cells.length)) +
        (pasted.outside > 0 ? ` ${w.gridOutside(f.count(pasted.outside))}` : ''),
    );
    return true;
  }

  /** The field is left once, by Enter or by losing the focus: the second call finds it closed. */
  const editing = useRef(false);
  function edit(text: string): void {
    editing.current = true;
    setDraft(text);
  }
  function finish(): void {
    if (draft === null || !editing.current) return;
    editing.current = false;
    if (draft.trim() !== '' && !take(draft, here)) {
      editing.current = true;
      return;
    }
    setDraft(null);
  }

  function press(event: KeyboardEvent): void {
    if (draft !== null) {
      if (event.key === 'Escape') {
        editing.current = false;
        setDraft(null);
        go(here, false);
      } else if (event.key === 'Enter' || event.key === 'Tab') {
        finish();
        if (event.key === 'Enter') {
          event.preventDefault();
          go({ row: here.row + 1, column: here.column }, false);
        }
      }
      return;
    }
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-8, 0],
      PageDown: [8, 0],
      Home: [0, -here.column],
      End: [0, shape.days],
    };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      go({ row: here.row + move[0], column: here.column + move[1] }, event.shiftKey);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onClear(chosenCells().filter((cell) => typed.has(cell)));
      setSaid(w.gridCleared);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      edit(f.number(contacts[gridCell(here, shape)] ?? 0, 1));
    } else if (/^\S$/u.test(event.key) && !event.ctrlKey && !event.metaKey) {
      // Whatever is typed, so that the sign of -5 is refused and not lost.
      event.preventDefault();
      edit(event.key);
    }
  }

  function chosenCells(): number[] {
    const cells: number[] = [];
    for (let row = chosen.from.row; row <= chosen.to.row; row++)
      for (let column = chosen.from.column; column <= chosen.to.column; column++)
        cells.push(gridCell({ row, column }, shape));
    return cells;
  }

  function copy(event: ClipboardEvent): void {
    if (draft !== null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copiedText(here, corner, shape, contacts, locale));
    setSaid(w.gridCopied(f.count(chosenCells().length)));
  }

  function paste(event: ClipboardEvent): void {
    if (draft !== null) return;
    event.preventDefault();
    take(event.clipboardData.getData('text/plain'), chosen.from);
  }

  return (
    <div className="sheet">
      <p>{w.gridLead}</p>
      <p className="quiet-text">{w.gridHint}</p>
      <div className="sheet-scroll">
        <table
          ref={table}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the pattern of an editable table
          role="grid"
          aria-label={label}
          className="sheet-table"
          onCopy={copy}
          onPaste={paste}
        >
          <thead>
            <tr>
              <th scope="col">{w.gridTime}</th>
              {axis.days.map(({ date }) => (
                <th key={date} scope="col">
                  {f.weekdayShort(date)} {f.dayShort(date)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: shape.rows }, (_, row) => (
              // oxlint-disable-next-line react/no-array-index-key -- a row is its time
              <tr key={row}>
                <th scope="row">{f.clock((firstSlot + row) * minutes)}</th>
                {axis.days.map(({ date }, column) => {
                  const cell = gridCell({ row, column }, shape);
                  const current = here.row === row && here.column === column;
                  return (
                    <td
                      key={date}
                      data-at={`${row} ${column}`}
                      tabIndex={current ? 0 : -1}
                      aria-selected={isChosen({ row, column })}
                      className={typed.has(cell) ? 'typed' : undefined}
                      onKeyDown={press}
                      onPointerDown={(event) => go({ row, column }, event.shiftKey)}
                      onDoubleClick={() => edit(f.number(contacts[cell] ?? 0, 1))}
                    >
                      {current && draft !== null ? (
                        <input
                          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the cell being typed into
                          autoFocus
                          aria-label={w.gridCell(
                            `${f.weekday(date)} ${f.clock((firstSlot + row) * minutes)}`,
                          )}
                          inputMode="decimal"
                          value={draft}
                          onChange={(event) => setDraft(event.target.value)}
                          onBlur={finish}
                        />
                      ) : (
                        f.number(contacts[cell] ?? 0, (contacts[cell] ?? 0) < 10 ? 1 : 0)
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet-text" role="status">
        {said}
      </p>
    </div>
  );
}
