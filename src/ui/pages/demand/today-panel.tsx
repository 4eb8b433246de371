/** Within the day: what has come so far, what that says of the rest, and of the agents it takes. */
import { useMemo, useState } from 'react';
import { buildAxis } from '../../../scenario/axis.ts';
import { movesContactsOf } from '../../../scenario/channel-mix.ts';
import { contactsOnGrid } from '../../../scenario/demand.ts';
import type { Adjustment } from '../../../scenario/schema-demand.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { beforeAnew, dayAsSeen, plannedRatios } from '../../../scenario/within-day-demand.ts';
import { channelName } from '../../channel-name.ts';
import { SelectField } from '../../inputs/select-field.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { Notice, Waiting } from '../../page/page.tsx';
import { useAnalysisOf } from '../../use-analysis-of.ts';
import { useApp, useCommands } from '../../use-app.ts';
import { capital } from '../when.ts';
import { TodayPicture } from './today-picture.tsx';
import { TodayStaff } from './today-staff.tsx';
import { TodayWorth } from './today-worth.tsx';
import { pastedCounts } from './today-edit.ts';
import { useAdjust } from './use-adjust.ts';
import { useRestOfDay } from './use-rest-of-day.ts';
import type { HistoryState } from './use-workbench.ts';
import { useWords } from './use-words.ts';

type TodayPanelProps = {
  readonly channel: Channel;
  readonly scenario: Scenario;
  readonly state: Extract<HistoryState, { kind: 'ready' }>;
};

export function TodayPanel({ channel, scenario, state }: TodayPanelProps) {
  const full = useLocale();
  const { t, f, locale } = full;
  const w = useWords();
  const commands = useCommands();
  const adjust = useAdjust(channel);
  const axis = useMemo(() => buildAxis(scenario.calendar), [scenario.calendar]);
  const { actuals } = channel.demand;
  const { slotsPerDay } = axis;
  const minutes = 1440 / slotsPerDay;
  const [date, setDate] = useState(actuals?.date ?? scenario.calendar.start);
  const planned = useMemo(() => beforeAnew(channel, axis, date), [channel, axis, date]);
  const grid = useMemo(
    () => contactsOnGrid(planned, scenario.events, axis),
    [planned, scenario.events, axis],
  );
  const day = Math.max(
    0,
    axis.days.findIndex((each) => each.date === date),
  );
  const ofDay = grid.slice(day * slotsPerDay, (day + 1) * slotsPerDay);
  const opens = Math.max(
    0,
    ofDay.findIndex((value) => value > 0),
  );
  const [first, setFirst] = useState<number | null>(null);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const analysis = useApp((root) => root.analysis);
  const moved = movesContactsOf(channel.id, scenario);
  const shown = !moved && actuals?.date === date ? actuals : undefined;
  const historySlots = state.bench.slotsPerDay;
  const ratios = useMemo(
    () => plannedRatios(planned, scenario.events, axis, date, historySlots),
    [planned, scenario.events, axis, date, historySlots],
  );
  const outcome = useRestOfDay(state.question, shown, slotsPerDay, ratios);
  const forecast = outcome?.ok ? outcome.forecast : null;
  const cells = useMemo(
    () => (forecast && shown ? dayAsSeen(planned, scenario.events, axis, shown, forecast) : []),
    [forecast, shown, planned, scenario.events, axis],
  );
  const last = (shown?.contacts.length ?? 0) * minutes;
  const why = w.todayWhy(f.clock(last));
  const adjustments = useMemo(
    (): readonly Adjustment[] => [
      ...(planned.demand.adjustments ?? []),
      { kind: 'cells', who: '', why, cells, anew: true },
    ],
    [planned, why, cells],
  );
  const after = useMemo((): Scenario | null => {
    if (cells.length === 0) return null;
    return {
      ...scenario,
      channels: scenario.channels.map((each) =>
        each.id === channel.id ? { ...each, demand: { ...each.demand, adjustments } } : each,
      ),
    };
  }, [cells, channel.id, adjustments, scenario]);
  const analysisAfter = useAnalysisOf(after);

  function take(): void {
    const counts = pastedCounts(text, first ?? opens, slotsPerDay, locale);
    if (!counts.ok || counts.contacts.length === 0) {
      setProblem(counts.ok ? w.todayEmpty : w.gridNoNumber(counts.entry.slice(0, 40)));
      return;
    }
    setProblem(null);
    setText('');
    edit({ date, contacts: [...counts.contacts] });
  }
  function edit(next: { date: string; contacts: (number | null)[] } | null): void {
    commands.endGesture();
    commands.edit(`today ${channel.id}`, (draft) => {
      const target = draft.channels.find(({ id }) => id === channel.id);
      if (!target) return;
      if (next) target.demand.actuals = next;
      else delete target.demand.actuals;
    });
    commands.endGesture();
  }

  if (moved) return <p>{w.todayMixed(channelName(channel, scenario, full))}</p>;
  if (historySlots === 1) return <p>{w.todayDaily}</p>;
  return (
    <div className="section-parts">
      <p className="quiet-text">{w.todayText}</p>
      <div className="today-form">
        <SelectField
          label={t.demand.day}
          value={axis.days[day]?.date ?? date}
          options={axis.days.map((each) => ({
            value: each.date,
            label: `${capital(f.weekdayShort(each.date))} ${f.dayShort(each.date)}`,
          }))}
          onChange={setDate}
        />
        <SelectField
          label={w.todayFirst}
          value={String(first ?? opens)}
          options={Array.from({ length: slotsPerDay }, (_, slot) => ({
            value: String(slot),
            label: f.clock(slot * minutes),
          }))}
          onChange={(value) => setFirst(Number(value))}
        />
        <label className="field today-counts">
          <span className="field-label">{w.todayCounts(f.number(minutes, 0))}</span>
          <textarea
            className="paste-box"
            rows={4}
            value={text}
            placeholder={w.todayExample}
            aria-invalid={problem !== null}
            onChange={(event) => setText(event.target.value)}
          />
          {problem && (
            <span className="field-error" role="alert">
              {problem}
            </span>
          )}
        </label>
        <div className="button-row">
          <button type="button" className="button" onClick={take}>
            {w.todayTake}
          </button>
          {shown && (
            <button type="button" className="quiet" onClick={() => edit(null)}>
              {w.todayForget}
            </button>
          )}
        </div>
      </div>
      {shown && !outcome && <Waiting lines={4} />}
      {outcome && !outcome.ok && (
        <Notice kind="error">
          <p>{t.demand.refusal[outcome.refusal.code]}</p>
        </Notice>
      )}
      {forecast && shown && (
        <>
          <p>
            <Rich
              text={w.todayAnswer(
                f.clock(last),
                f.count(shown.contacts.reduce<number>((sum, value) => sum + (value ?? 0), 0)),
                f.change(forecast.seenRatio),
                f.count(forecast.rest.mean),
                f.count(forecast.rest.quantiles[0]),
                f.count(forecast.rest.quantiles[2]),
                f.count(forecast.meanBefore.reduce((sum, mean) => sum + mean, 0)),
              )}
            />{' '}
            {w.todayGain(f.share(forecast.gain))}
          </p>
          {forecast.worth && <TodayWorth worth={forecast.worth} />}
          <TodayPicture forecast={forecast} actuals={shown} slotsPerDay={slotsPerDay} before={ofDay} />
          <TodayStaff
            channel={channel.id}
            axis={axis}
            day={day}
            from={shown.contacts.length}
            before={analysis}
            after={analysisAfter}
          />
          <button
            type="button"
            className="button"
            disabled={cells.length === 0}
            onClick={() => adjust(adjustments)}
          >
            {w.todayUse}
          </button>
        </>
      )}
    </div>
  );
}
