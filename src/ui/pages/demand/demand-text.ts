/** Codes of forecasts and formulas in the reader's words. */
import type { Issue } from '../../../errors.ts';
import type { ForecastResult, Note } from '../../../forecast/result.ts';
import type { Axis } from '../../../scenario/axis.ts';
import type { DemandNote } from '../../../scenario/demand-from-forecast.ts';
import type { DemandWork } from '../../i18n/en/demand-work.ts';
import type { LocaleValue } from '../../locale.tsx';

function has<Key extends string>(table: Readonly<Record<Key, unknown>>, key: string): key is Key {
  return Object.hasOwn(table, key);
}

export function noteText({ code, values }: Note, { t, f }: LocaleValue): string {
  return t.demand.note[code](asTexts(values, f));
}

/** Whether the figures forecast are those of whole days. */
export function isByDay({ starts }: Pick<ForecastResult, 'starts'>): boolean {
  return starts.every((start) => start.endsWith('T00:00'));
}

export function reasonText(
  model: string,
  forecast: Pick<ForecastResult, 'reason' | 'starts'>,
  { t, f }: LocaleValue,
): string {
  const { code, values } = forecast.reason;
  switch (code) {
    case 'asked':
      return t.demand.chosenAsked(model);
    case 'historyTooShort':
      // a long history without a contact cannot be tested either
      return Number(values['days']) >= Number(values['needed'])
        ? t.demand.chosenUntested(model)
        : t.demand.chosenShort(model, String(values['days']), String(values['needed']));
    case 'bestInBacktest': {
      const [own, lastWeek] = [values['wape.week'], values['lastWeek.week']];
      return typeof own === 'number' && typeof lastWeek === 'number'
        ? t.demand.chosenBest(model, f.share(own, 1), f.share(lastWeek, 1), isByDay(forecast))
        : t.demand.chosenOnly(model);
    }
  }
}

/** By how much totals were missed in the past; null where none could be tested. */
export function totalsText(
  { totals }: Pick<ForecastResult, 'totals'>,
  w: DemandWork,
  f: LocaleValue['f'],
): string | null {
  const missed = (days: number): string | null => {
    const row = totals.find((total) => total.days === days);
    return row === undefined ? null : f.share(row.wape, 1);
  };
  const day = missed(1);
  return day === null ? null : w.totalsText(day, missed(7), missed(28));
}

/** How far whole days swing, at the one digit it is shown with. */
export function swingText(
  { dayFactorCv }: Pick<ForecastResult, 'dayFactorCv'>,
  { t, f }: LocaleValue,
): string {
  return dayFactorCv < 0.0005 ? t.demand.noSwing : t.demand.swing(f.share(dayFactorCv, 1));
}

export function modelName(model: string, { t }: LocaleValue): string {
  return has(t.demand.models, model) ? t.demand.models[model] : model;
}

export function demandNoteText(note: DemandNote, { t, f }: LocaleValue): string {
  switch (note.code) {
    case 'splitEvenly':
      return t.demand.demandNote.splitEvenly(
        t.demand.minutes(f.number(note.fromMinutes, 0)),
        t.demand.minutes(f.number(note.toMinutes, 0)),
      );
    case 'spreadOverDay':
      return t.demand.demandNote.spreadOverDay;
    case 'inClosedHours':
      return t.demand.demandNote.inClosedHours(f.count(note.contacts), f.share(note.share));
    case 'daysWithoutForecast':
      return t.demand.demandNote.daysWithoutForecast(note.dates.map((date) => f.day(date)).join(', '));
  }
}

const NO_VALUES = { at: '', name: '', value: '', most: '' };

/** Why a formula was refused; `where` is the place it failed at. */
export function formulaIssueText(issue: Issue, axis: Axis, { t, f }: LocaleValue): string {
  const { day, slot, ...values } = issue.values ?? {};
  const date = axis.days[Number(day)]?.date;
  const where =
    date === undefined ? '' : `${f.weekday(date)} ${f.clock((Number(slot) * 1440) / axis.slotsPerDay)}`;
  const table = t.demand.formulaIssue;
  if (issue.code === 'formulaRange' && !Number.isFinite(Number(values['value'])))
    return table.formulaInfinite({ ...NO_VALUES, where });
  const texts = { ...NO_VALUES, ...asTexts(values, f), where };
  return has(table, issue.code) ? table[issue.code](texts) : issue.message;
}

function asTexts(
  values: Readonly<Record<string, string | number>>,
  f: LocaleValue['f'],
): Record<string, string> {
  const shown = (value: string | number): string =>
    typeof value === 'string' ? value : Number.isFinite(value) ? f.number(value, 1) : value > 0 ? '∞' : '−∞';
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shown(value)]));
}

/** `Fri 25 Mar 2016, 08:00`. */
export function startText(start: string, f: LocaleValue['f']): string {
  const [, clock = '00:00'] = start.split('T');
  return `${dayText(start, f)}, ${f.clock(minuteOf(clock))}`;
}

/** @example 'Mon 5 Jan 2026' */
export function dayText(start: string, f: LocaleValue['f']): string {
  const date = start.slice(0, 10);
  return `${f.weekdayShort(date)} ${f.dayShort(date)} ${date.slice(0, 4)}`;
}

/** @example minuteOf('10:30') // 630 */
export function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** Digits after the point that show two figures apart; none where whole numbers do, or where they are the same. */
export function digitsApart(a: number | null, b: number | null): number {
  return a !== null && b !== null && a !== b && Math.round(a) === Math.round(b) ? 2 : 0;
}
