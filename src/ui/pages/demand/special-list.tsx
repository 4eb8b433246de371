/** A list or a calendar of special days: what it would change is shown before it does. */
import { useMemo, useRef, useState } from 'react';
import { guessEncoding } from '../../../history/encoding.ts';
import { readDayList } from '../../../history/day-list.ts';
import { MOST_LIST_BYTES, type RefusedDay } from '../../../history/listed-day.ts';
import { MOST_SPECIAL_DAYS } from '../../../scenario/plan.ts';
import type { Scenario, SpecialDay, SpecialKind } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import { Dialog } from '../../inputs/dialog.tsx';
import { FileInput } from '../../inputs/file-input.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { useLocale } from '../../locale.tsx';
import { DataTable, type Column } from '../../page/data-table.tsx';
import { Pager, usePages } from '../../page/pager.tsx';
import { fileIssueText } from './import-text.ts';
import { knownSpan, listChange, type ListedChange } from './special-list-edit.ts';
import { useWords } from './use-words.ts';

const LISTS = '.csv,.tsv,.txt,.ics,text/csv,text/plain,text/tab-separated-values,text/calendar';
/** Longer texts are read without being shown: a field of a megabyte holds up the page. */
const MOST_SHOWN = 20_000;
const NO_MARKS: readonly SpecialDay[] = [];

type SpecialListProps = {
  readonly scenario: Scenario;
  readonly kinds: readonly SpecialKind[];
  readonly onClose: () => void;
  readonly onApply: (next: readonly SpecialDay[]) => void;
};

export function SpecialList({ scenario, kinds, onClose, onApply }: SpecialListProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const w = useWords();
  const l = w.dayList;
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [kind, setKind] = useState<SpecialKind>('holiday');
  const marks = scenario.specialDays ?? NO_MARKS;
  const span = useMemo(() => knownSpan(scenario), [scenario]);
  const list = useMemo(() => {
    const named = new Map(
      scenario.channels.flatMap((channel) =>
        [channelName(channel, scenario, locale), channel.id].map((name) => [name.toLowerCase(), channel.id]),
      ),
    );
    return readDayList(text, {
      ...span,
      channelOf: (name) => named.get(name.toLowerCase()) ?? null,
      timeZone: scenario.calendar.timeZone,
    });
  }, [text, scenario, span, locale]);
  const { rows, next } = useMemo(() => listChange(marks, list.days, kind), [marks, list, kind]);
  const counted = (effect: ListedChange['effect']) => rows.filter((row) => row.effect === effect).length;
  const changed = counted('added') + counted('replaced');
  const outside = rows.filter(
    ({ date, effect }) => effect !== 'repeated' && (date < span.from || date > span.to),
  ).length;
  const sums = [
    l.added(counted('added'), f.count(counted('added'))),
    ...(['replaced', 'there', 'repeated'] as const).flatMap((effect) => {
      const count = counted(effect);
      return count === 0 && effect !== 'there' ? [] : [l[effect](count, f.count(count))];
    }),
    l.refused(list.refused.length, f.count(list.refused.length)),
  ];
  const tooMany = next.length > MOST_SPECIAL_DAYS && changed > 0;

  function take(written: string): void {
    const isTooLarge = written.length > MOST_LIST_BYTES;
    setProblem(isTooLarge ? l.tooLarge : null);
    setText(isTooLarge ? '' : written);
  }
  async function read(chosen: File): Promise<void> {
    if (chosen.size > MOST_LIST_BYTES) {
      setProblem(l.tooLarge);
      setText('');
      return;
    }
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    const guess = guessEncoding(bytes);
    if (guess.ok) take(new TextDecoder(guess.encoding).decode(bytes));
    else {
      setProblem(guess.issues.map((issue) => fileIssueText(issue, locale)).join(' '));
      setText('');
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={l.bring}
      actions={
        <button
          type="button"
          className="button button-primary"
          disabled={changed === 0 || tooMany}
          onClick={() => {
            onApply(next);
            onClose();
          }}
        >
          {l.apply(changed, f.count(changed))}
        </button>
      }
    >
      <div
        className="section-parts special-list"
        // what is dropped here is a list, not a history
        onDrop={(event) => {
          const [dropped] = event.dataTransfer.files;
          if (!dropped) return;
          event.preventDefault();
          event.stopPropagation();
          void read(dropped);
        }}
      >
        <p className="quiet-text">{l.text}</p>
        <button type="button" className="button" onClick={() => file.current?.click()}>
          {l.choose}
        </button>
        <FileInput field={file} label={l.choose} accept={LISTS} onFile={(chosen) => void read(chosen)} />
        <label className="field">
          <span className="field-label">{l.label}</span>
          <textarea
            className="paste-box"
            rows={5}
            spellCheck={false}
            placeholder={'2026-11-27,Black Friday\n2026-12-04,Bill run,phone'}
            value={text.length > MOST_SHOWN ? '' : text}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text/plain');
              if (pasted.length <= MOST_SHOWN) return;
              event.preventDefault();
              take(pasted);
            }}
            onChange={(event) => take(event.target.value)}
          />
        </label>
        {text.length > MOST_SHOWN && <p className="quiet-text">{l.notShown(f.count(text.length))}</p>}
        {problem !== null && (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        {text.trim() !== '' && (
          <>
            <p role="status">
              {rows.length === 0 && list.refused.length === 0 ? l.empty : `${sums.join(', ')}.`}
            </p>
            {outside > 0 && <p className="quiet-text">{l.outside(outside, f.count(outside))}</p>}
            {tooMany && (
              <p className="field-error" role="alert">
                {l.tooMany(f.count(next.length), f.count(MOST_SPECIAL_DAYS))}
              </p>
            )}
            {changed > 0 && (
              <SelectField
                label={l.kind}
                value={kind}
                options={kinds.map((value) => ({ value, label: w.specialKinds[value] }))}
                onChange={setKind}
              />
            )}
            {list.refused.length > 0 && <RefusedRows refused={list.refused} />}
            {rows.length > 0 && (
              <ListedDays
                rows={rows}
                nameOf={(id) => {
                  const found = scenario.channels.find((each) => each.id === id);
                  return found ? channelName(found, scenario, locale) : t.words.allChannels;
                }}
              />
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}

type ListedDaysProps = {
  readonly rows: readonly ListedChange[];
  readonly nameOf: (channel: string | undefined) => string;
};

function ListedDays({ rows, nameOf }: ListedDaysProps) {
  const { f } = useLocale();
  const l = useWords().dayList;
  const pages = usePages(rows.length);
  const columns: Column<ListedChange>[] = [
    { id: 'date', head: l.date, text: true, cell: ({ date }) => f.date(date) },
    { id: 'name', head: l.name, text: true, cell: ({ label }) => label },
    {
      id: 'effect',
      head: l.effect,
      text: true,
      cell: ({ effect, before }) => (effect === 'replaced' ? l.renamed(before ?? '') : l.effects[effect]),
    },
    { id: 'concerns', head: l.concerns, text: true, cell: ({ channel }) => nameOf(channel) },
  ];
  return (
    <>
      <DataTable
        caption={l.days}
        rows={rows.slice(pages.from, pages.to)}
        rowKey={({ row, date, channel }) => `${row} ${date} ${channel ?? ''}`}
        columns={columns}
      />
      <Pager label={l.pages} pages={pages} />
    </>
  );
}

function RefusedRows({ refused }: { readonly refused: readonly RefusedDay[] }) {
  const { f } = useLocale();
  const l = useWords().dayList;
  const pages = usePages(refused.length);
  const columns: Column<RefusedDay>[] = [
    { id: 'row', head: l.line, cell: ({ row }) => f.count(row) },
    { id: 'reason', head: l.reason, text: true, cell: ({ code }) => l.refusals[code] },
    { id: 'written', head: l.written, text: true, cell: ({ value }) => value },
  ];
  return (
    <>
      <DataTable
        caption={l.refusedRows}
        rows={refused.slice(pages.from, pages.to)}
        rowKey={({ row }) => row}
        columns={columns}
      />
      <Pager label={l.refusedPages} pages={pages} />
    </>
  );
}
