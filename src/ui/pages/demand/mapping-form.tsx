/** How a file is read: every guess in a menu, above its first rows as understood. */
import { startTransition, useEffect, useState } from 'react';
import type { ImportCommands } from '../../../app/import-driver.ts';
import type { ImportSession } from '../../../app/import-session.ts';
import type { ColumnRole } from '../../../history/mapping.ts';
import type { PreviewRow } from '../../../history/report.ts';
import { SelectField } from '../../inputs/select-field.tsx';
import { TextField } from '../../inputs/text-field.tsx';
import { useLocale } from '../../locale.tsx';
import { Notice } from '../../page/page.tsx';
import { Pager, usePages } from '../../page/pager.tsx';
import { ScrollBox } from '../../page/scroll-box.tsx';
import { startText } from './demand-text.ts';
import { fileIssueText, rejectionText } from './import-text.ts';
import { speaksOfChannel, withChannel, withRole } from './mapping-edit.ts';
import { MappingSettings } from './mapping-settings.tsx';
import './import.css';

/** Reasons told; the rows below show the rest. */
const MOST_ISSUES = 6;
/** Below this the reader is asked to look. */
const UNSURE = 0.7;
const ROLES: readonly ColumnRole[] = [
  'start',
  'date',
  'time',
  'offset',
  'channel',
  'volume',
  'answered',
  'abandoned',
  'handleTime',
  'wait',
  'outcome',
  'firstResponse',
  'caller',
  'tenure',
  'reason',
  'identifier',
  'ignore',
];

export type FormLook = Pick<
  Extract<ImportSession, { step: 'mapping' }>,
  'guess' | 'mapping' | 'preview' | 'sheets' | 'recalled' | 'previewing' | 'issues' | 'refusedSheet'
>;

type MappingFormProps = {
  readonly look: FormLook;
  readonly commands: Pick<ImportCommands, 'correct' | 'chooseSheet' | 'guessAfresh'>;
  /** Its rows are contacts, whatever else they could be. */
  readonly asLog?: boolean;
};

export function MappingForm({ look, commands, asLog = false }: MappingFormProps) {
  const locale = useLocale();
  const { t } = locale;
  const { mapping, issues } = look;
  const tableIsDue = useNextFrame();
  return (
    <>
      {issues.length > 0 && (
        <Notice kind="error">
          {look.refusedSheet !== undefined && <p>{t.history.sheetRefused(look.refusedSheet)}</p>}
          <ul className="issues">
            {issues.slice(0, MOST_ISSUES).map((issue) => (
              <li key={`${issue.path} ${issue.code} ${issue.message}`}>{fileIssueText(issue, locale)}</li>
            ))}
          </ul>
          {issues.length > MOST_ISSUES && <p>{t.demand.issuesMore}</p>}
        </Notice>
      )}
      {look.sheets.length > 1 && (
        <div className="settings">
          <SelectField
            label={t.history.sheet}
            value={mapping.sheet ?? ''}
            options={look.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
            onChange={commands.chooseSheet}
          />
        </div>
      )}
      {look.recalled && (
        <p className="recalled" role="status">
          {t.history.recalled}{' '}
          <button type="button" className="quiet" onClick={commands.guessAfresh}>
            {t.history.guessAfresh}
          </button>
        </p>
      )}
      <MappingSettings
        mapping={mapping}
        guess={look.guess}
        headings={look.preview.header}
        correct={commands.correct}
        asLog={asLog}
      />
      {tableIsDue && <PreviewTable look={look} correct={commands.correct} />}
    </>
  );
}

/** False in the frame that shows the step: a hundred fields and a table are too much for one. */
function useNextFrame(): boolean {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => startTransition(() => setDue(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return due;
}

type PreviewTableProps = {
  readonly look: FormLook;
  readonly correct: ImportCommands['correct'];
};

function PreviewTable({ look, correct }: PreviewTableProps) {
  const { t } = useLocale();
  const { mapping, guess, preview, previewing } = look;
  const heading = (index: number) => preview.header[index] || t.demand.columnNumber(String(index + 1));
  const roles = ROLES.map((role) => ({ value: role, label: t.demand.roles[role] }));
  const pages = usePages(mapping.columns.length);
  const shown = mapping.columns
    .slice(pages.from, pages.to)
    .map((column, place) => ({ ...column, index: pages.from + place }));
  const elsewhere = mapping.columns.findIndex(
    ({ role }, index) => (index < pages.from || index >= pages.to) && isUnsure(guess.columns[index], role),
  );
  return (
    <>
      <Pager label={t.demand.columnPages} pages={pages} />
      {elsewhere >= 0 && (
        <button type="button" className="quiet" onClick={() => pages.showRow(elsewhere)}>
          {t.demand.unsureElsewhere(heading(elsewhere))}
        </button>
      )}
      <ScrollBox label={t.demand.previewTitle} hint={t.charts.moreColumns} busy={previewing}>
        <table className={previewing ? 'data-table preview preview-stale' : 'data-table preview'}>
          <caption>{t.demand.previewTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{t.demand.row}</th>
              <th scope="col" className="text">
                {t.demand.understood}
              </th>
              {shown.map(({ role, channel, index }) => (
                <th key={index} scope="col" className="text preview-column">
                  <span className="preview-name">{heading(index)}</span>
                  <SelectField
                    label={t.demand.column(heading(index))}
                    hideLabel
                    value={role}
                    options={roles}
                    onChange={(next) => correct(withRole(mapping, index, next, preview.header[index] ?? ''))}
                  />
                  {isUnsure(guess.columns[index], role) && (
                    <em className="field-unsure">{t.demand.unsure}</em>
                  )}
                  {speaksOfChannel(role, mapping.layout) && (
                    <TextField
                      label={t.demand.channelOf(heading(index))}
                      hideLabel
                      value={channel ?? ''}
                      problem={(text) => (text.trim() === '' ? t.demand.eventNameEmpty : null)}
                      onChange={(next) => correct(withChannel(mapping, index, next))}
                    />
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row) => (
              <tr key={row.row}>
                <th scope="row" className="num">
                  {row.row}
                </th>
                <td className="text preview-understood">
                  <Understood row={row} />
                </td>
                {shown.map(({ role, index }) => (
                  <td key={index} className={role === 'ignore' ? 'text preview-unused' : 'text'}>
                    {row.cells[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}

/** Whether a guess that stands should be looked at. */
export function isUnsure(
  guess: { readonly value: ColumnRole; readonly confidence: number } | undefined,
  role: ColumnRole,
): boolean {
  return guess !== undefined && guess.confidence < UNSURE && guess.value === role;
}

const MOST_RECORDS = 4;

function Understood({ row }: { readonly row: PreviewRow }) {
  const locale = useLocale();
  const { t, f } = locale;
  if (row.problems.length > 0)
    return (
      <span className="field-error">
        {row.problems.map((problem) => rejectionText(problem, locale)).join(' ')}
      </span>
    );
  const [first] = row.records;
  if (!first) return <span className="quiet-text">{t.demand.nothingUnderstood}</span>;
  const shown = row.records.slice(0, MOST_RECORDS).map(({ channel, start, contacts, handleTime }) => {
    const figure = contacts === null ? t.demand.unknownVolume : f.number(contacts, 2);
    const record = t.demand.record(channel, figure);
    // a row of a worksheet holds the same time of many days
    const when = start === first.start ? '' : ` (${startText(start, f)})`;
    return handleTime === undefined
      ? record + when
      : `${record}${when}, ${t.demand.recordHandleTime(f.seconds(handleTime))}`;
  });
  const more = row.records.length - shown.length;
  return (
    <span>
      <b>{startText(first.start, f)}</b>{' '}
      {[...shown, ...(more > 0 ? [t.demand.moreRecords(more)] : [])].join(' · ')}
    </span>
  );
}
