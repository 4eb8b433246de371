/** What of a log is not played as it stands, each in a sentence. */
import type { PlayOptions } from '../../../app/log-session.ts';
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
  readonly handleTimes: PlayOptions['handleTimes'];
};

/** Names of one sort, and rows refused, that are told. */
const MOST_NAMED = 5;
const MOST_ROWS = 3;
/** Seconds to which times are told that are no moments. */
const SPANS = [60, 300, 600, 900, 1800, 3600] as const;

export function LogRemarks({ scenario, report, read, handleTimes }: LogRemarksProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const w = useLogWords();
  const { remarks } = w;
  const channelOf = (id: string) => scenario.channels.find((one) => one.id === id);
  const nameOf = (id: string): string => {
    const channel = channelOf(id);
    return channel ? channelInline(channel, scenario, locale) : id;
  };
  const names = (list: readonly Counted[]): string => {
    const shown = list
      .slice(0, MOST_NAMED)
      .map(({ name, contacts, row }) => w.named(name, f.count(contacts), String(row)));
    return list.length > MOST_NAMED ? `${shown.join(', ')} …` : shown.join(', ');
  };
  const says = [
    ...report.played.flatMap((own) => handleTimesOf(own)),
    ...(report.played.some(
      ({ asTold, told, contacts }) => asTold && told !== null && told.contacts < contacts,
    )
      ? [remarks.othersDrawn]
      : []),
    ...(report.played.some(({ channel }) => channelOf(channel)?.patience) ? [remarks.patience] : []),
    ...report.played.flatMap(({ channel, closed }) =>
      closed === null ? [] : [remarks.closed(f.count(closed.contacts), nameOf(channel), String(closed.row))],
    ),
    ...(report.asPlanned.length > 0
      ? [remarks.asPlanned(report.asPlanned.map((id) => nameOf(id)).join(', '))]
      : []),
    ...SPANS.flatMap((span) => {
      const rough = report.played.filter(({ within }) => within === span);
      const on = rough.map(({ channel }) => nameOf(channel)).join(', ');
      return rough.length > 0 ? [remarks.within(on, w.toThe[span])] : [];
    }),
    ...(report.otherDays === null
      ? []
      : [
          remarks.otherDays(
            f.count(report.otherDays.contacts),
            String(report.otherDays.row),
            f.date(report.from),
            f.date(report.to),
          ),
        ]),
    ...(report.unknownChannels.length > 0 ? [remarks.unknownChannels(names(report.unknownChannels))] : []),
    ...scenario.channels.flatMap(({ id }) => {
      const unknown = report.unknownReasons.filter(({ channel }) => channel === id);
      return unknown.length > 0 ? [remarks.unknownReasons(names(unknown), nameOf(id))] : [];
    }),
    ...(read.rejected > 0 ? [remarks.rows(f.count(read.rejected), f.count(read.rows), examples())] : []),
  ];

  function handleTimesOf({ channel: id, contacts, told, asTold }: ReplayReport['played'][number]): string[] {
    const channel = channelOf(id);
    if (told === null || channel === undefined) return [];
    const [name, average] = [nameOf(id), f.duration(told.mean)];
    if (channel.conversation !== undefined) return [remarks.conversations(name)];
    if (!asTold) return [remarks.drawn(name, average)];
    const { mean: talk, afterContact } = channel.handling;
    const after = f.duration(afterContact);
    const mean =
      handleTimes === 'talk' && afterContact > 0
        ? remarks.andAfter(average, after)
        : remarks.onAverage(average);
    const whole = f.duration(talk + afterContact);
    const planned = afterContact > 0 ? remarks.plannedWithAfter(whole, after) : remarks.planned(whole);
    const sentence =
      told.contacts === contacts
        ? remarks.allAsTold(name, mean, planned)
        : remarks.asTold(f.count(told.contacts), f.count(contacts), name, mean, planned);
    return [channel.bot === null ? sentence : `${sentence} ${remarks.behindBot}`];
  }

  function examples(): string {
    return read.rejections
      .slice(0, MOST_ROWS)
      .map((one) => t.history.rejectionAt(String(one.row), one.column ?? '', rejectionText(one, locale)))
      .join(' ');
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
