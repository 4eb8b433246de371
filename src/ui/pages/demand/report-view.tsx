/** What came out of the file: rows counted and refused, and everything a careful reader would notice. */
import { useMemo } from 'react';
import type { Finding, ImportReport } from '../../../history/report.ts';
import { useLocale, type LocaleValue } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { Pager, usePages } from '../../page/pager.tsx';
import { findingText, placesText, rejectionText } from './import-text.ts';

export function ReportView({ report }: { readonly report: ImportReport }) {
  const locale = useLocale();
  const { t, f } = locale;
  const { rows, counted, rejected, rejections, findings } = report;
  const noticed = useMemo(() => byKind(findings), [findings]);
  const found = usePages(noticed.length);
  const refused = usePages(rejections.length);
  return (
    <section className="part">
      <h3 className="section-title">
        {t.demand.rowsTitle({
          some: counted,
          counted: f.count(counted),
          complete: counted === rows,
          overlaps: counted + rejected > rows,
          all: rows,
          rows: f.count(rows),
          rejected,
          shown: f.count(rejected),
        })}
      </h3>
      <h4 className="part-title">{t.demand.findings}</h4>
      {noticed.length === 0 ? (
        <p className="quiet-text">{t.demand.findingsNone}</p>
      ) : (
        <ul className="findings">
          {noticed.slice(found.from, found.to).map(({ finding, channels }) => (
            <li key={`${finding.kind} ${finding.channel ?? ''}`}>
              {channels.length > 0 && <b>{t.history.ofSeries(named(channels, t))} </b>}
              {findingText(finding, locale)}
              {finding.examples.length > 0 && (
                <span className="quiet-text"> ({placesText(finding, locale)})</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <Pager label={t.demand.findingPages} pages={found} />
      {rejected > 0 && (
        <details className="rejections" open={rejected <= 5}>
          <summary>
            {t.demand.rejectedRows} ({f.count(rejected)})
          </summary>
          {rejections.length < rejected && (
            <p className="quiet-text">
              {t.demand.rejectedMore(f.count(rejections.length), f.count(rejected))}
            </p>
          )}
          <DataTable
            caption={t.demand.rejectedRows}
            hideCaption
            rows={rejections
              .slice(refused.from, refused.to)
              .map((rejection, index) => ({ ...rejection, index }))}
            rowKey={({ index }) => index}
            columns={[
              { id: 'row', head: t.demand.row, cell: ({ row }) => String(row) },
              {
                id: 'column',
                head: t.demand.columnHead,
                text: true,
                cell: ({ column }) => column ?? '',
              },
              {
                id: 'reason',
                head: t.demand.reason,
                text: true,
                cell: (rejection) => rejectionText(rejection, locale),
              },
            ]}
          />
          <Pager label={t.demand.rejectedPages} pages={refused} />
        </details>
      )}
    </section>
  );
}

/** Series named before the others are only counted. */
const MOST_NAMED = 4;

function named(channels: readonly string[], t: LocaleValue['t']): string {
  const more = channels.length - MOST_NAMED;
  return [...channels.slice(0, MOST_NAMED), ...(more > 0 ? [t.demand.moreRecords(more)] : [])].join(', ');
}

/** One line for what is the same on several channels. */
function byKind(findings: readonly Finding[]): { finding: Finding; channels: readonly string[] }[] {
  const groups = new Map<string, { finding: Finding; channels: string[] }>();
  for (const finding of findings) {
    const { kind, count, examples, channel } = finding;
    const key = JSON.stringify([kind, count, examples]);
    const group = groups.get(key) ?? { finding, channels: [] };
    if (channel !== undefined) group.channels.push(channel);
    groups.set(key, group);
  }
  return [...groups.values()];
}
