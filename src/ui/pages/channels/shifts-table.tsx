/** One row per shift of a group: when it is worked, by how many, by whom, with which breaks. */
import { useMemo, useRef, useState } from 'react';
import {
  daysByWeekday,
  readClock,
  readNames,
  readStart,
  type ShiftProblem,
  shiftProblem,
  withDays,
  withoutShift,
  withShift,
  withShiftFields,
} from '../../../scenario/edit-shifts.ts';
import { MOST_AGENTS, MOST_SHIFTS } from '../../../scenario/plan.ts';
import type { Shift } from '../../../scenario/schema.ts';
import { NumberField } from '../../inputs/number-field.tsx';
import { TextField } from '../../inputs/text-field.tsx';
import { useLocale } from '../../locale.tsx';
import { type Column, DataTable } from '../../page/data-table.tsx';
import { Pager, usePages } from '../../page/pager.tsx';
import { CloseIcon } from '../../shell/icons.tsx';
import { useAxis } from '../../use-axis.ts';
import { capital } from '../when.ts';
import { ShiftBreaks } from './shift-breaks.tsx';
import { ShiftWeeks } from './shift-weeks.tsx';
import { useShiftWords } from './use-shift-words.ts';
import './shifts.css';

type ShiftsTableProps = {
  /** Of the group. */
  readonly name: string;
  readonly shifts: readonly Shift[];
  /** `once`: a step by itself, not the keys of one field. */
  readonly change: (field: string, once: boolean, shifts: readonly Shift[]) => void;
  readonly end: () => void;
};

type Row = { readonly shift: Shift; readonly at: number };

export function ShiftsTable({ name, shifts, change, end }: ShiftsTableProps) {
  const { t, f } = useLocale();
  const words = useShiftWords();
  const axis = useAxis();
  const adding = useRef<HTMLButtonElement>(null);
  /** A press that would have broken a rule. */
  const [refused, setRefused] = useState<{ readonly at: number; readonly text: string } | null>(null);
  const weekdays = daysByWeekday(axis.days.length);
  const dates = useMemo(() => axis.days.map(({ date }) => date), [axis]);
  const dateOf = (day: number): string => dates[day] ?? '';
  const isWorkday = (day: number): boolean => (axis.days[day]?.weekday ?? 0) < 5;

  const pages = usePages(shifts.length);
  const { from } = pages;
  const rows = shifts.slice(from, pages.to).map((shift, k): Row => ({ shift, at: from + k }));

  const says = (problem: ShiftProblem | null, at: number): string | null => {
    if (problem === null) return null;
    const text = words.problem[problem.kind](problem.what);
    return problem.shift === at ? text : words.inShift(f.count(problem.shift + 1), text);
  };
  const withFields = (at: number, fields: Partial<Shift>) => withShiftFields(shifts, at, fields);
  /** Why the shift cannot have these fields, null where it can. */
  const wrong = (at: number, fields: Partial<Shift>): string | null =>
    says(shiftProblem(withFields(at, fields), axis.days.length, at), at);

  function set(at: number, field: string, fields: Partial<Shift>, once = false): void {
    const text = wrong(at, fields);
    setRefused(text === null ? null : { at, text });
    if (text === null) change(`shift ${at} ${field}`, once, withFields(at, fields));
  }

  /** A field of text: what it reads as, or what it should be like. */
  function textOf({ at }: Row, field: string, read: (text: string) => Partial<Shift> | string) {
    return {
      hideLabel: true,
      problem: (text: string) => {
        const fields = read(text);
        return typeof fields === 'string' ? fields : wrong(at, fields);
      },
      onChange: (text: string) => {
        const fields = read(text);
        if (typeof fields !== 'string') set(at, field, fields);
      },
      onEnd: end,
    };
  }

  const number = ({ at }: Row): string => f.count(at + 1);
  const columns: Column<Row>[] = [
    { id: 'number', head: <span className="visually-hidden">{words.number}</span>, cell: number },
    {
      id: 'days',
      head: words.days,
      text: true,
      cell: (row) => (
        <>
          <div className="shift-days" role="group" aria-label={words.of(words.days, number(row))}>
            {weekdays.map((days) => {
              const [first = 0] = days;
              const worked = days.filter((day) => row.shift.days.includes(day)).length;
              const all = worked === days.length;
              const weekday = capital(f.weekday(dateOf(first)));
              return (
                <button
                  key={first}
                  type="button"
                  className="shift-day"
                  aria-pressed={all ? true : worked > 0 ? 'mixed' : false}
                  aria-label={worked > 0 && !all ? words.someWeeks(weekday) : weekday}
                  title={worked > 0 && !all ? words.someWeeks(weekday) : undefined}
                  onClick={() => set(row.at, 'days', { days: withDays(row.shift, days, !all) }, true)}
                >
                  {f.weekdayShort(dateOf(first))}
                </button>
              );
            })}
          </div>
          {dates.length > weekdays.length && (
            <ShiftWeeks
              shift={row.shift}
              number={number(row)}
              dates={dates}
              onChange={(days) => set(row.at, 'days', { days }, true)}
            />
          )}
          {refused?.at === row.at && (
            <span className="field-error" role="alert">
              {refused.text}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'start',
      head: words.start,
      text: true,
      cell: (row) => (
        <TextField
          label={words.of(words.start, number(row))}
          value={row.shift.start}
          {...textOf(row, 'start', (text) => {
            const start = readStart(text);
            return start === null ? words.notATime('09:00') : { start };
          })}
        />
      ),
    },
    {
      id: 'end',
      head: words.end,
      text: true,
      cell: (row) => (
        <TextField
          label={words.of(words.end, number(row))}
          value={row.shift.end}
          {...textOf(row, 'end', (text) => {
            const stop = readClock(text);
            return stop === null ? words.notATime('17:30') : { end: stop };
          })}
        />
      ),
    },
    {
      id: 'agents',
      head: words.agents,
      text: true,
      cell: (row) => (
        <NumberField
          label={words.of(words.agents, number(row))}
          hideLabel
          value={row.shift.agents}
          whole
          min={row.shift.names?.length ?? 0}
          max={MOST_AGENTS}
          onChange={(agents) => set(row.at, 'agents', { agents })}
          onEnd={end}
        />
      ),
    },
    {
      id: 'breaks',
      head: words.breaks,
      text: true,
      cell: (row) => (
        <ShiftBreaks
          shift={row.shift}
          number={number(row)}
          wrong={(breaks) => wrong(row.at, { breaks })}
          onChange={(breaks, once) => set(row.at, 'breaks', { breaks }, once)}
          onEnd={end}
        />
      ),
    },
    {
      id: 'names',
      head: words.names,
      text: true,
      cell: (row) => (
        <TextField
          label={words.of(words.names, number(row))}
          value={row.shift.names?.join(', ') ?? ''}
          {...textOf(row, 'names', (text) => ({ names: readNames(text) }))}
        />
      ),
    },
    {
      id: 'remove',
      head: <span className="visually-hidden">{t.channels.remove}</span>,
      cell: (row) => (
        <button
          type="button"
          className="icon-button"
          aria-label={words.remove(number(row))}
          title={words.remove(number(row))}
          onClick={() => {
            setRefused(null);
            change('shift removed', true, withoutShift(shifts, row.at));
            adding.current?.focus();
          }}
        >
          <CloseIcon />
        </button>
      ),
    },
  ];

  return (
    <div className="shifts">
      <p className="quiet-text">{shifts.length === 0 ? words.none : words.text}</p>
      {shifts.length > 0 && (
        // what was typed and refused goes with the rows, which have no name but their place
        <DataTable
          key={`${shifts.length} ${from}`}
          caption={words.caption(name)}
          hideCaption
          rows={rows}
          rowKey={({ at }) => at}
          columns={columns}
        />
      )}
      <Pager label={words.pages} pages={pages} />
      <button
        ref={adding}
        type="button"
        className="button"
        disabled={shifts.length >= MOST_SHIFTS}
        onClick={() => {
          setRefused(null);
          change(
            'shift added',
            true,
            withShift(
              shifts,
              weekdays
                .flat()
                .filter(isWorkday)
                .toSorted((a, b) => a - b),
            ),
          );
          pages.showRow(shifts.length);
        }}
      >
        {words.add}
      </button>
    </div>
  );
}
