/** Days that are not like the others: marked on a calendar of history and plan, with what they did. */
import { useMemo, useState } from 'react';
import { dayTotals } from '../../../forecast/season.ts';
import type { SpecialEffect } from '../../../forecast/season.ts';
import { formatDate, parseDate, weekdayOf } from '../../../numeric/civil-date.ts';
import type { Channel, Scenario, SpecialDay, SpecialKind } from '../../../scenario/schema.ts';
import { specialDaysOf } from '../../../scenario/special-days.ts';
import type { Workbench } from '../../../scenario/workbench.ts';
import { FanChart } from '../../charts/fan-chart.tsx';
import { HeatChart } from '../../charts/heat-chart.tsx';
import { labelStep } from '../../charts/scales.ts';
import { channelName } from '../../channel-name.ts';
import { SelectField } from '../../inputs/select-field.tsx';
import { TextField } from '../../inputs/text-field.tsx';
import { useLocale } from '../../locale.tsx';
import { CloseIcon } from '../../shell/icons.tsx';
import { Pager, usePages } from '../../page/pager.tsx';
import { useCommands } from '../../use-app.ts';
import { markedDays, withDay, withHolidays, withoutDay, type Place } from './special-edit.ts';
import { SpecialList } from './special-list.tsx';
import { useWords } from './use-words.ts';

const KINDS: readonly SpecialKind[] = ['holiday', 'campaign', 'outage', 'billRun', 'other'];
/** Weeks of the calendar before the days planned. */
const WEEKS = 52;

/** Whom a mark concerns. */
type Scope = 'all' | 'one';

type SpecialDaysProps = {
  readonly scenario: Scenario;
  /** The channel on show; null: all of them. */
  readonly channel: Channel | null;
  readonly bench: Workbench | null;
};

export function SpecialDays({ scenario, channel, bench }: SpecialDaysProps) {
  const locale = useLocale();
  const { t, f, text } = locale;
  const w = useWords();
  const commands = useCommands();
  const [kind, setKind] = useState<SpecialKind>('campaign');
  const [name, setName] = useState('');
  const [date, setDate] = useState(scenario.calendar.start);
  const [cell, setCell] = useState<{ row: number; column: number } | null>(null);
  const [scope, setScope] = useState<Scope>('all');
  const [bringing, setBringing] = useState(false);
  const marks = scenario.specialDays ?? [];
  const shown = specialDaysOf(marks, channel?.id ?? null);
  const only = scope === 'one' && channel !== null ? { channel: channel.id } : {};
  const nameOf = (id: string) => {
    const found = scenario.channels.find((each) => each.id === id);
    return found ? channelName(found, scenario, locale) : id;
  };
  const label = name.trim() || w.specialKinds[kind];
  const calendar = useMemo(() => calendarOf(scenario, bench), [scenario, bench]);
  const holidays = scenario.calendar.holidays.map((each) => ({ date: each.date, name: text(each.name) }));

  function change(next: readonly SpecialDay[]): void {
    commands.endGesture();
    commands.edit('special days', (draft) => {
      if (next.length > 0) draft.specialDays = next.map((day) => ({ ...day }));
      else delete draft.specialDays;
    });
    commands.endGesture();
  }
  function toggle(day: string): void {
    const there = shown.find((mark) => mark.date === day);
    // a mark of all channels gives way to one of this channel, and comes back when that goes
    const isReplaced = there?.channel === undefined && only.channel !== undefined;
    change(
      there && !isReplaced
        ? withoutDay(marks, there)
        : withDay(marks, { date: day, kind, name: label, ...only }),
    );
  }
  function say(row: number, column: number): string {
    const day = formatDate(calendar.monday + column * 7 + row);
    const total = calendar.totals.get(calendar.monday + column * 7 + row);
    const mark = shown.find((each) => each.date === day);
    return w.specialCell(
      `${f.weekdayShort(day)} ${f.date(day)}`,
      total === undefined ? null : f.count(total),
      mark ? named(mark) : null,
    );
  }

  const named = ({ name: mark, channel: id }: SpecialDay) =>
    id === undefined ? mark : w.specialOnly(mark, nameOf(id));
  const groups = markedDays(marks);
  const pages = usePages(groups.length);
  return (
    <div className="section-parts">
      <p className="quiet-text">{w.specialText}</p>
      <div className="special-form">
        <SelectField
          label={w.specialKind}
          value={kind}
          options={KINDS.map((value) => ({ value, label: w.specialKinds[value] }))}
          onChange={setKind}
        />
        <TextField label={w.specialName} value={name} placeholder={w.specialKinds[kind]} onChange={setName} />
        <TextField
          label={w.specialDate}
          value={date}
          hint={w.specialDateHint}
          problem={(value) => (parseDate(value) === null ? w.specialDateWrong : null)}
          onChange={setDate}
        />
        {channel && scenario.channels.length > 1 && (
          <SelectField
            label={w.specialScope}
            value={scope}
            options={[
              { value: 'all', label: t.words.allChannels },
              { value: 'one', label: w.specialScopeOne(nameOf(channel.id)) },
            ]}
            onChange={setScope}
          />
        )}
        <div className="button-row">
          <button
            type="button"
            className="button"
            onClick={() => change(withDay(marks, { date, kind, name: label, ...only }))}
          >
            {w.specialAdd}
          </button>
          <button type="button" className="button" onClick={() => setBringing(true)}>
            {w.dayList.bring}
          </button>
          {holidays.length > 0 && (
            <button type="button" className="quiet" onClick={() => change(withHolidays(marks, holidays))}>
              {w.specialHolidays(f.count(holidays.length))}
            </button>
          )}
        </div>
      </div>
      <div className="special-calendar">
        <p className="readout">{cell === null ? w.specialHint(label) : say(cell.row, cell.column)}</p>
        <HeatChart
          label={w.specialCalendar}
          rows={Array.from({ length: 7 }, (_, row) => ({
            name: f.weekdayShort(formatDate(calendar.monday + row)),
            cells: Array.from({ length: calendar.weeks }, (__, column) => {
              const day = calendar.monday + column * 7 + row;
              const mark = shown.find((each) => each.date === formatDate(day));
              const total = calendar.totals.get(day);
              return {
                value:
                  total === undefined ? (mark || calendar.planned(day) ? 0 : null) : total / calendar.most,
                ...(mark ? { letter: mark.name.slice(0, 1).toUpperCase() } : {}),
              };
            }),
          }))}
          scale="volume"
          xTicks={(width) => {
            const step = labelStep(calendar.weeks, width, 64, [1, 2, 4, 8, 13]);
            return Array.from({ length: Math.ceil(calendar.weeks / step) }, (_, k) => ({
              edge: k * step + 0.5,
              label: f.dayShort(formatDate(calendar.monday + k * step * 7)),
            }));
          }}
          describe={say}
          cell={cell}
          onCell={setCell}
          start={{ row: 0, column: calendar.weeks - 1 }}
          onOpen={(row, column) => toggle(formatDate(calendar.monday + column * 7 + row))}
        />
      </div>
      {groups.length === 0 && <p>{w.specialNone}</p>}
      {groups.slice(pages.from, pages.to).map((group) => (
        <SpecialGroup
          key={group.name}
          group={group}
          effect={bench?.season.specials.find((each) => each.label === group.name)}
          bench={bench}
          concerns={
            channel === null ||
            group.days.some((day) => day.channel === undefined || day.channel === channel.id)
          }
          nameOf={nameOf}
          onRemove={(day) => change(withoutDay(marks, day))}
        />
      ))}
      <Pager label={w.dayList.groupPages} pages={pages} />
      {bringing && (
        <SpecialList scenario={scenario} kinds={KINDS} onClose={() => setBringing(false)} onApply={change} />
      )}
    </div>
  );
}

type SpecialGroupProps = {
  readonly group: ReturnType<typeof markedDays>[number];
  readonly effect: SpecialEffect | undefined;
  readonly bench: Workbench | null;
  /** Whether one of its days concerns the channel on show. */
  readonly concerns: boolean;
  readonly nameOf: (channel: string) => string;
  readonly onRemove: (day: Place) => void;
};

function SpecialGroup({ group, effect, bench, concerns, nameOf, onRemove }: SpecialGroupProps) {
  const { f } = useLocale();
  const w = useWords();
  const [slot, setSlot] = useState<number | null>(null);
  const pages = usePages(group.days.length);
  const profile = effect?.profile;
  const minutes = 1440 / (bench?.slotsPerDay ?? 1);
  const usual = useMemo(() => {
    const used = bench?.season.profiles.filter((each) => each.length > 0) ?? [];
    return profile?.map(
      (_, s) => used.reduce((sum, each) => sum + (each[s] ?? 0), 0) / Math.max(1, used.length),
    );
  }, [bench, profile]);
  return (
    <section className="special-group">
      <h3>
        {group.name}{' '}
        {group.name !== w.specialKinds[group.kind] && (
          <span className="quiet-text">{w.specialKinds[group.kind]}</span>
        )}
      </h3>
      <p>
        {effect && effect.ratio !== null
          ? w.specialEffect(f.change(effect.ratio), effect.days, f.count(effect.days))
          : concerns
            ? w.specialUnknown
            : w.specialElsewhere}
      </p>
      <ul className="tags">
        {group.days.slice(pages.from, pages.to).map((day) => (
          <li key={`${day.date} ${day.channel ?? ''}`} className="tag">
            {f.weekdayShort(day.date)} {f.date(day.date)}
            {day.channel !== undefined && <span className="quiet-text">{nameOf(day.channel)}</span>}
            <button
              type="button"
              className="icon-button"
              aria-label={w.specialRemove(
                day.channel === undefined ? group.name : w.specialOnly(group.name, nameOf(day.channel)),
                f.date(day.date),
              )}
              onClick={() => onRemove(day)}
            >
              <CloseIcon />
            </button>
          </li>
        ))}
      </ul>
      <Pager label={w.dayList.dayPages(group.name)} pages={pages} />
      {profile && usual && profile.length > 1 && (
        <FanChart
          label={w.specialProfile(group.name)}
          points={profile.map((share, s) => ({ value: share, other: usual[s] ?? null }))}
          series="demand"
          words={{ series: group.name.slice(0, 14), other: w.profileAverage, axis: w.profileAxis }}
          unit="share"
          format={(value) => f.share(value, 1)}
          xTicks={(width) => {
            const step = (labelStep(24, width, 56, [1, 2, 3, 4, 6, 12]) * 60) / minutes;
            return profile.flatMap((_, at) =>
              at % step === 0 ? [{ at, label: f.clock(at * minutes) }] : [],
            );
          }}
          describe={(at) =>
            w
              .profilePoint(group.name, f.clock(at * minutes), f.share(profile[at] ?? 0, 1))
              .replaceAll('**', '')
          }
          index={slot}
          onIndex={setSlot}
          height={150}
        />
      )}
    </section>
  );
}

/** A year of weeks up to the end of the days planned, with what came on each day known. */
function calendarOf({ calendar: { start, days } }: Scenario, bench: Workbench | null) {
  const first = parseDate(start) ?? 0;
  const end = first + days - 1;
  const lastMonday = end - weekdayOf(end);
  const totals = new Map<number, number>();
  if (bench) {
    const { firstDay, slotsPerDay, values, closed } = bench;
    const series = { firstDay, slotsPerDay, values, closed, days: values.length / slotsPerDay };
    dayTotals(series).forEach((total, d) => {
      if (!Number.isNaN(total)) totals.set(firstDay + d, total);
    });
  }
  const oldest = Math.min(first, bench?.firstDay ?? first);
  const monday = Math.max(lastMonday - WEEKS * 7, oldest - weekdayOf(oldest));
  return {
    monday,
    weeks: (lastMonday - monday) / 7 + 1,
    totals,
    most: Math.max(1, ...totals.values()),
    planned: (day: number) => day >= first && day <= end,
  };
}
