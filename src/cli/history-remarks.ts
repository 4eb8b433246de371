/** What a careful reader would have noticed in a history file, a line each. */
import type { Finding, FindingKind, ImportReport, Place } from '../history/report.ts';

const MOST_REJECTIONS = 5;
const MOST_PLACES = 3;
/** Beyond so many channels a finding is told once for all of them. */
const MOST_CHANNELS = 3;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const WORDS: Readonly<Record<FindingKind, string>> = {
  gap: 'open interval without a row that counts; unknown, not zero',
  refusedInterval: 'interval of which no row counts; unknown, not zero',
  missingDay: 'day without a row that counts; unknown, not zero',
  endsEarly: 'day that other channels go on after the last row of this one; unknown, not zero',
  duplicate: 'interval with rows that contradict each other; unknown',
  copy: 'interval more than once in the file with the same values; counted once',
  noContacts: 'not one contact in the whole series: every row says 0',
  closedHours: 'span of the week that never has a contact; closed where it has no rows either',
  sparseHours: 'span of the week without a contact so far; too few contacts to tell opening hours',
  skippedHour: 'row in an hour that the clock skips in spring',
  repeatedHour: 'interval in the hour that an autumn night has twice',
  partialInterval: 'interval recorded only in part; unknown',
  emptyVolume: 'empty cell where a volume belongs; unknown',
  outlier:
    'interval with more than five times the contacts usual at that time; counted unless --leave-out names it',
  zeroHandleTime: 'row of contacts with a handle time of 0; left out of the mean',
  noZeros: 'no row says 0: the file may leave empty intervals out, which are taken as unknown',
  zeroFilled: 'interval without a row, counted as 0',
  unordered: 'rows are not in order of time, which does no harm',
  undecodable: 'character that could not be decoded: the file is in another encoding',
  identifierDropped: 'column that names customers, agents or contacts; dropped',
  volumeFromOutcomes: 'no column of volumes: answered and abandoned were added',
  totalRow: 'row of totals; not counted',
};
/** Said without a number. */
const OF_ALL: ReadonlySet<FindingKind> = new Set([
  'noContacts',
  'noZeros',
  'unordered',
  'volumeFromOutcomes',
]);

export function historyRemarks({ rejected, rejections, findings }: ImportReport): string[] {
  const refused = rejections
    .slice(0, MOST_REJECTIONS)
    .map(({ message, allowed }) => (allowed === undefined ? message : `${message} (accepted: ${allowed})`));
  const more = rejected - refused.length;
  return [
    ...refused,
    ...(more > 0 ? [`rows refused beside these: ${more}`] : []),
    ...[...new Set(findings.map(({ kind }) => kind))].flatMap((kind) => {
      const alike = findings.filter((finding) => finding.kind === kind);
      return alike.length > MOST_CHANNELS ? [together(alike)] : alike.map(sentence);
    }),
  ];
}

/** @example `calls: 6 × open interval …: 2026-02-05 10:00 to 13:00` */
function sentence({ kind, channel, count, examples }: Finding): string {
  const words = OF_ALL.has(kind) ? WORDS[kind] : `${count} × ${WORDS[kind]}`;
  const places = examples.slice(0, MOST_PLACES).map(placeText);
  if (kind === 'endsEarly')
    return `${channel}: ends on ${places[0]}, ${count} days before the others; unknown since, not zero`;
  const isMore = count > places.length && places.length === MOST_PLACES;
  const where = places.length === 0 ? '' : `: ${places.join(', ')}${isMore ? ', …' : ''}`;
  return `${channel === undefined ? '' : `${channel}: `}${words}${where}`;
}

function together(alike: readonly Finding[]): string {
  const count = alike.reduce((sum, finding) => sum + finding.count, 0);
  const [first] = alike;
  if (first === undefined) return '';
  const words = OF_ALL.has(first.kind) ? WORDS[first.kind] : `${count} × ${WORDS[first.kind]}`;
  return `${first.channel} and ${alike.length - 1} more channels: ${words}`;
}

function placeText(place: Place): string {
  if ('row' in place) return `row ${place.row}`;
  if ('column' in place) return place.column;
  if ('weekday' in place) return `${WEEKDAYS[place.weekday]} ${place.from}–${place.to}`;
  const { start, to, contacts } = place;
  const from = start.replace('T', ' ');
  const until = to?.startsWith(start.slice(0, 10)) ? to.slice(11) : to?.replace('T', ' ');
  return `${from}${until === undefined ? '' : ` to ${until}`}${contacts === undefined ? '' : ` (${contacts})`}`;
}
