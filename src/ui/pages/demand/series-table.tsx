/** The series of a file: how much each holds, and which channel it feeds. */
import type { ImportCommands } from '../../../app/import-driver.ts';
import type { SeriesStep as SeriesSession } from '../../../app/import-session.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import { SelectField } from '../../inputs/select-field.tsx';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { Pager, usePages } from '../../page/pager.tsx';

type SeriesTableProps = {
  readonly session: SeriesSession;
  readonly scenario: Scenario;
  readonly assign: ImportCommands['assign'];
};

export function SeriesTable({ session, scenario, assign }: SeriesTableProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const targets = [
    { value: '', label: t.demand.notUsed },
    ...scenario.channels.map((channel) => ({
      value: channel.id,
      label: channelName(channel, scenario, locale),
    })),
  ];
  const { channels } = session.report;
  const pages = usePages(channels.length);
  const rows = channels
    .slice(pages.from, pages.to)
    .map((summary, row) => ({ ...summary, index: pages.from + row }));
  const date = (start: string) => f.date(start.slice(0, 10));
  return (
    <section className="part">
      <h3 className="section-title">{t.demand.seriesTitle}</h3>
      {channels.length > 1 && <p className="quiet-text">{t.demand.seriesText}</p>}
      <DataTable
        caption={t.demand.seriesTitle}
        hideCaption
        rows={rows}
        rowKey={({ index }) => index}
        columns={[
          { id: 'series', head: t.demand.series, cell: ({ channel }) => channel },
          // what is to be decided stands where a phone shows it without scrolling
          {
            id: 'feeds',
            head: t.demand.feeds,
            text: true,
            cell: ({ index, channel }) => (
              <div className="series-feeds">
                <SelectField
                  label={t.demand.feedsOf(channel)}
                  hideLabel
                  value={session.choices[index]?.channel ?? ''}
                  options={targets}
                  onChange={(target) => assign(index, target === '' ? null : target)}
                />
              </div>
            ),
          },
          {
            id: 'span',
            head: t.demand.seriesSpan,
            text: true,
            cell: ({ from, to }) => `${date(from)} – ${date(to)}`,
          },
          { id: 'contacts', head: t.demand.contacts, cell: ({ contacts }) => f.count(contacts) },
          {
            id: 'week',
            head: t.demand.perWeek,
            cell: ({ contacts, from, to }) => f.count((contacts * 7) / days(from, to)),
          },
          { id: 'unknown', head: t.demand.unknownIntervals, cell: ({ unknown }) => f.count(unknown) },
        ]}
      />
      <Pager label={t.demand.seriesPages} pages={pages} />
    </section>
  );
}

function days(from: string, to: string): number {
  return Math.max(
    1,
    (Date.parse(`${to.slice(0, 10)}T00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00Z`)) / 86_400_000 + 1,
  );
}
