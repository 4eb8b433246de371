/** What of a log is not played as it stands, each in a sentence. */
import type { ImportReport } from '../../../history/report.ts';
import type { Counted, ReplayReport } from '../../../scenario/replay-log.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { channelInline } from '../../channel-name.ts';
import { useLocale } from '../../locale.tsx';
import { rejectionText } from '../demand/import-text.ts';
import { useLogWords } from './use-log-words.ts';

type LogRemarksProps = {
  readonly scenario: Scenario;
  readonly report: ReplayReport;
  readonly read: ImportReport;
};

/** Names of one sort that are told. */
const MOST_NAMED = 5;

export function LogRemarks({ scenario, report, read }: LogRemarksProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const w = useLogWords();
  const nameOf = (id: string): string => {
    const channel = scenario.channels.find((one) => one.id === id);
    return channel ? channelInline(channel, scenario, locale) : id;
  };
  const names = (list: readonly Counted[]): string => {
    const shown = list.slice(0, MOST_NAMED).map(({ name, contacts }) => w.named(name, f.count(contacts)));
    return list.length > MOST_NAMED ? `${shown.join(', ')} …` : shown.join(', ');
  };
  const { remarks } = w;
  const says = [
    ...report.played.flatMap(({ channel, closed }) =>
      closed > 0 ? [remarks.closed(f.count(closed), nameOf(channel))] : [],
    ),
    ...(report.asPlanned.length > 0
      ? [remarks.asPlanned(report.asPlanned.map((id) => nameOf(id)).join(', '))]
      : []),
    ...(report.toTheMinute ? [remarks.toTheMinute] : []),
    ...(report.otherDays > 0
      ? [remarks.otherDays(f.count(report.otherDays), f.date(report.from), f.date(report.to))]
      : []),
    ...(report.unknownChannels.length > 0 ? [remarks.unknownChannels(names(report.unknownChannels))] : []),
    ...scenario.channels.flatMap(({ id }) => {
      const unknown = report.unknownReasons.filter(({ channel }) => channel === id);
      return unknown.length > 0 ? [remarks.unknownReasons(names(unknown), nameOf(id))] : [];
    }),
    ...(read.rejected > 0 ? [remarks.rows(f.count(read.rejected), f.count(read.rows), example())] : []),
  ];
  function example(): string {
    const [first] = read.rejections;
    if (!first) return '';
    return t.history.rejectionAt(String(first.row), first.column ?? '', rejectionText(first, locale));
  }
  if (says.length === 0) return null;
  return (
    <ul className="quiet-text">
      {says.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
