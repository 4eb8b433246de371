/** What looks wrong in a history, each thing to be decided by the user; undecided ones change nothing. */
import { castDraft } from 'immer';
import { useState } from 'react';
import { decisionKey, type HistoryFinding } from '../../../scenario/history-cleaning.ts';
import type { Channel } from '../../../scenario/schema.ts';
import type { CleaningDecision } from '../../../scenario/schema-demand.ts';
import { SelectField } from '../../inputs/select-field.tsx';
import { useLocale, type LocaleValue } from '../../locale.tsx';
import { useCommands } from '../../use-app.ts';
import type { DemandWork } from '../../i18n/en/demand-work.ts';
import { startText } from './demand-text.ts';
import { minuteText } from './event-times.ts';
import { useWords } from './use-words.ts';

type CleaningPanelProps = { readonly channel: Channel; readonly findings: readonly HistoryFinding[] };

type Kind = CleaningDecision['kind'];
const KINDS: readonly Kind[] = [
  'outlierDay',
  'outlierSlot',
  'partialDay',
  'levelShift',
  'gap',
  'closedHours',
];
/** Of one kind at first; the rest on request. */
const FIRST = 8;

export function CleaningPanel({ channel, findings }: CleaningPanelProps) {
  const locale = useLocale();
  const { f } = locale;
  const w = useWords();
  const commands = useCommands();
  const [opened, setOpened] = useState<ReadonlySet<Kind>>(new Set());
  const { source } = channel.demand;
  const decisions = source.kind === 'forecast' ? (source.history.cleaning ?? []) : [];
  const decided = new Map(decisions.map((decision) => [decisionKey(decision), decision.accepted]));

  function decide(list: readonly HistoryFinding[], accepted: boolean | null): void {
    const keys = new Set(list.map(decisionKey));
    commands.endGesture();
    commands.edit(`clean ${channel.id}`, (draft) => {
      const target = draft.channels.find(({ id }) => id === channel.id)?.demand.source;
      if (target?.kind !== 'forecast') return;
      const others = (target.history.cleaning ?? []).filter((old) => !keys.has(decisionKey(old)));
      const own =
        accepted === null
          ? []
          : list.map(({ kind, start, end, ratio }) => ({
              kind,
              start,
              end,
              ...(ratio === undefined ? {} : { ratio }),
              accepted,
            }));
      target.history.cleaning = castDraft([...others, ...own]);
      if (target.history.cleaning.length === 0) delete target.history.cleaning;
    });
    commands.endGesture();
  }

  if (findings.length === 0) return <p>{w.cleanNothing}</p>;
  return (
    <div className="section-parts">
      <p className="quiet-text">{w.cleanText}</p>
      {KINDS.map((kind) => {
        const list = findings.filter((finding) => finding.kind === kind);
        if (list.length === 0) return null;
        const shown = opened.has(kind) ? list : list.slice(0, FIRST);
        return (
          <section key={kind} className="clean-kind">
            <div className="clean-head">
              <h3>{w.cleanKinds[kind](list.length, f.count(list.length))}</h3>
              {list.length > 1 && (
                <span className="button-row">
                  <button type="button" className="quiet" onClick={() => decide(list, true)}>
                    {w.cleanAll(w.cleanChoice[kind].accepted)}
                  </button>
                  <button type="button" className="quiet" onClick={() => decide(list, false)}>
                    {w.cleanAll(w.cleanChoice[kind].rejected)}
                  </button>
                </span>
              )}
            </div>
            <ul className="lines">
              {shown.map((finding) => {
                const key = decisionKey(finding);
                const accepted = decided.get(key);
                const said = findingLine(finding, w, locale);
                return (
                  <li key={key} className="line-item">
                    <span className="line-text">{said}</span>
                    <SelectField
                      label={w.cleanDecide(said)}
                      hideLabel
                      value={accepted === undefined ? 'open' : accepted ? 'accepted' : 'rejected'}
                      options={(['open', 'accepted', 'rejected'] as const).map((value) => ({
                        value,
                        label: value === 'open' ? w.cleanOpen[kind] : w.cleanChoice[kind][value],
                      }))}
                      onChange={(choice) =>
                        decide([finding], choice === 'open' ? null : choice === 'accepted')
                      }
                    />
                  </li>
                );
              })}
            </ul>
            {shown.length < list.length && (
              <button type="button" className="quiet" onClick={() => setOpened(new Set([...opened, kind]))}>
                {w.cleanMore(f.count(list.length - shown.length))}
              </button>
            )}
          </section>
        );
      })}
    </div>
  );
}

function findingLine(finding: HistoryFinding, w: DemandWork, { f }: LocaleValue): string {
  const { kind, start, end, ratio, actual, expected } = finding;
  const [from, to] = [minuteText(start), minuteText(end)];
  const date = from.slice(0, 10);
  const clocks = f.clockRange(minutesOf(from), to.slice(0, 10) === date ? minutesOf(to) : 1440);
  switch (kind) {
    case 'outlierDay':
      return w.cleanFar(`${f.weekdayShort(date)} ${f.date(date)}`, f.count(actual), f.count(expected));
    case 'outlierSlot':
      return w.cleanFar(
        `${f.weekdayShort(date)} ${f.date(date)}, ${clocks}`,
        f.count(actual),
        f.count(expected),
      );
    case 'partialDay':
      return w.cleanSilent(`${f.weekdayShort(date)} ${f.date(date)}, ${clocks}`, f.count(expected));
    case 'levelShift':
      return w.cleanShift(`${f.weekdayShort(date)} ${f.date(date)}`, f.change(ratio ?? 1));
    case 'gap':
      return `${startText(from, f)} – ${startText(to, f)}`;
    case 'closedHours':
      return w.cleanClosed(f.weekday(date), clocks);
  }
}

function minutesOf(start: string): number {
  return Number(start.slice(11, 13)) * 60 + Number(start.slice(14, 16));
}

/** How many findings wait for a decision. */
export function undecided(findings: readonly HistoryFinding[], channel: Channel): number {
  const { source } = channel.demand;
  const keys = new Set((source.kind === 'forecast' ? (source.history.cleaning ?? []) : []).map(decisionKey));
  // gaps and closed hours are unknown and closed until somebody says otherwise: nothing waits
  return findings.filter(
    (finding) => finding.kind !== 'gap' && finding.kind !== 'closedHours' && !keys.has(decisionKey(finding)),
  ).length;
}
