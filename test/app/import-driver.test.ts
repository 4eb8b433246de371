/** The whole way on real files, with the engines on this thread. */
import { castDraft } from 'immer';
import { describe, expect, it } from 'vitest';
import { stillApplied } from '../../src/app/import-plan.ts';
import { formatDate } from '../../src/numeric/civil-date.ts';
import { exampleChannel, exampleScenario } from '../scenario/example.ts';
import { imported, open, recent, scenario, settled } from './imports.ts';

describe('importing real files', () => {
  it(
    'plans the week after 911 calls, all three services on the one phone, in one undo step',
    { tags: 'slow' },
    async () => {
      const { app, imports, session } = await imported('emergency_911_30min.csv', 28 * 48);
      expect(session().series.map(({ channel }) => channel)).toEqual(['ems', 'fire', 'traffic']);
      expect(session().choices).toEqual([{ channel: 'phone' }, { channel: 'phone' }, { channel: 'phone' }]);
      expect(session().movesCalendar).toBe(true);
      expect(session().channels['phone']?.takesOpeningHours).toBe(true); // calls round the clock
      imports.commands.forecast();
      await settled();
      expect(app.store.getState().scenario).toBe(scenario); // nothing applied yet
      const total = session()
        .series.flatMap(({ values }) => [...values])
        .reduce((a, b) => a + b, 0);
      const days = new Set([...(session().series[0]?.starts ?? [])].map((start) => Math.floor(start / 1440)))
        .size;

      imports.commands.apply();
      const after = app.store.getState().scenario;
      const phone = after.channels[0];
      const source = phone?.demand.source;
      if (source?.kind !== 'forecast') throw new Error('no forecast');
      const forecast = source.contacts.reduce((a, b) => a + b, 0);
      expect(forecast / 7).toBeGreaterThan((total / days) * 0.8);
      expect(forecast / 7).toBeLessThan((total / days) * 1.2);
      expect(source.history).toMatchObject({
        file: 'emergency_911_30min.csv',
        column: 'ems + fire + traffic',
      });
      expect(after.calendar.start > source.history.to).toBe(true);
      expect(phone?.volumeFactor).toBe(1);
      expect(phone?.open[6]).toEqual([['00:00', '24:00']]);
      const ended = imports.store.getState();
      const applied = ended.step === 'idle' ? ended.applied : null;
      if (!applied) throw new Error('nothing applied');
      expect(stillApplied(applied, after)).toBe(true);
      app.commands.undo();
      expect(app.store.getState().scenario).toEqual(scenario);
      // nothing of the file is in the document any more, nor in another one opened instead
      expect(stillApplied(applied, scenario)).toBe(false);
    },
  );

  it('adds up the queues of one medium on its channel', { tags: 'slow' }, async () => {
    const { session } = await imported('vendors/genesys_cloud_import.csv', 400);
    expect(session().series.map(({ channel }) => channel)).toEqual([
      'Billing · Voice',
      'Sales · Voice',
      'Sales · Chat',
    ]);
    expect(session().choices).toEqual([{ channel: 'phone' }, { channel: 'phone' }, { channel: null }]);
  });

  it('keeps what was decided about a history that comes in again', { tags: 'slow' }, async () => {
    const rows = Array.from({ length: 70 }, (_, i) => {
      const date = formatDate(20_000 + i);
      return `${date},${i === 60 ? 9000 : 900 + 100 * (i % 7) + ((i * 37) % 50)}`;
    });
    const { app, imports } = open();
    const cycle = async () => {
      imports.commands.choose(['date,calls', ...rows].join('\n'), { name: 'calls.csv', bytes: 1 });
      await settled();
      imports.commands.read();
      await settled();
      imports.commands.forecast();
      await settled();
      imports.commands.apply();
      const source = app.store.getState().scenario.channels[0]?.demand.source;
      const state = imports.store.getState();
      if (source?.kind !== 'forecast' || state.step !== 'idle') throw new Error('nothing applied');
      return { total: source.contacts.reduce((a, b) => a + b, 0), ...source.history, ...state.applied };
    };
    const first = await cycle();
    expect(first.cleaning).toBeUndefined();
    const outlier = (day: number) => ({
      kind: 'outlierDay' as const,
      start: `${formatDate(day)}T00:00`,
      end: `${formatDate(day + 1)}T00:00`,
      accepted: true,
    });
    app.commands.edit('decide', (draft) => {
      const source = draft.channels[0]?.demand.source;
      // the wild day, and a day on which nothing is found any more
      if (source?.kind === 'forecast') source.history.cleaning = [outlier(20_060), outlier(20_030)];
    });
    const again = await cycle();
    expect(again.cleaning).toEqual([outlier(20_060)]);
    expect(again.dropped).toEqual([{ decisions: 1 }]);
    expect(again.total).not.toBe(first.total);
  });

  it('lets short histories lean on one another, and on one kept earlier', { tags: 'slow' }, async () => {
    const { app, imports } = open();
    app.commands.edit('add', (draft) => {
      draft.channels.push(castDraft(exampleChannel({ id: 'chat', kind: 'chat', name: 'Chat' })));
    });
    const calls = (i: number, level: number) => level * (9 + (i % 7)) + ((i * 37) % 50);
    const leaning = async (columns: readonly string[]) => {
      const rows = Array.from({ length: 20 }, (_, i) => [
        formatDate(20_000 + i),
        calls(i, 100),
        calls(i, 30),
      ]);
      const lines = [['date', ...columns], ...rows].map((row) => row.slice(0, columns.length + 1).join(','));
      imports.commands.choose(lines.join('\n'), { name: 'a.csv', bytes: 1 });
      await settled();
      imports.commands.read();
      await settled();
      imports.commands.forecast();
      await settled();
      const state = imports.store.getState();
      if (state.step !== 'series') throw new Error(`stopped at ${state.step}`);
      imports.commands.apply();
      const leansOn = ({ code }: { code: string }) => code === 'leansOnSiblings';
      return state.forecasts.map(({ outcome }) => outcome.ok && outcome.forecast.notes.some(leansOn));
    };
    expect(await leaning(['phone'])).toEqual([false]);
    expect(await leaning(['phone', 'chat'])).toEqual([true, true]);
    expect(await leaning(['phone'])).toEqual([true]);
  });

  it('drops why a file was refused when another document is opened, or brought back', async () => {
    const { app, imports } = open();
    const refuse = async () => {
      imports.commands.choose('', { name: 'empty.csv', bytes: 0 });
      await settled();
    };
    const step = () => imports.store.getState().step;
    await refuse();
    app.commands.edit('name', (draft) => {
      draft.name = 'Renamed';
    });
    expect(step()).toBe('refused');
    app.commands.open(exampleScenario());
    expect(step()).toBe('idle');
    await refuse();
    app.commands.undo();
    expect(step()).toBe('idle');
  });

  it('joins a second file with the first, once told what changes', { tags: 'slow' }, async () => {
    const { app, imports, session } = await imported('nypd_911_daily.csv', 90);
    imports.commands.forecast();
    await settled();
    imports.commands.apply();
    // the last 30 days again, one of them corrected, and two that are new
    const rows = recent('nypd_911_daily.csv', 30).split('\n');
    rows[5] = `${rows[5]?.slice(0, 10)},12345`;
    imports.commands.choose([...rows, '2021-10-01,20000', '2021-10-02,20000'].join('\n'), {
      name: 'october.csv',
      bytes: 1,
    });
    await settled();
    expect(imports.store.getState()).toMatchObject({ step: 'mapping', recalled: true });
    imports.commands.read();
    await settled();
    expect(session()).toMatchObject({
      joining: 'alone',
      earlier: { file: 'nypd_911_daily.csv', changes: { added: 2, kept: 60, same: 29, conflicting: 1 } },
    });
    expect(session().series[0]?.starts).toHaveLength(32);
    imports.commands.join('fresh');
    await settled();
    expect(session().series[0]?.starts).toHaveLength(92);
    expect(session().report.channels[0]).toMatchObject({ intervals: 92, to: '2021-10-02T00:00' });
    imports.commands.forecast();
    await settled();
    expect(session().forecasts).toHaveLength(1);
    // the day that differs counts from the other side, and again from this one
    const { conflicts = [] } = session().earlier?.changes ?? {};
    const [corrected] = conflicts;
    if (corrected === undefined) throw new Error('no day differs');
    const { date, earlier, fresh } = corrected;
    const contactsThen = () => {
      const [{ starts, values } = { starts: [], values: [] }] = session().series;
      return values[starts.findIndex((start) => formatDate(start / 1440) === date)];
    };
    expect(contactsThen()).toBe(fresh);
    imports.commands.chooseSide([corrected], 'earlier');
    await settled();
    expect(contactsThen()).toBe(earlier);
    expect(session()).toMatchObject({ exceptions: [{ date }], forecasts: [] });
    // three words at once: the last one finds what the others have asked for
    for (const side of ['fresh', 'earlier', 'fresh'] as const) imports.commands.chooseSide([corrected], side);
    await settled();
    expect(contactsThen()).toBe(fresh);
    expect(session().exceptions).toEqual([]);
    imports.commands.join('alone'); // and back
    await settled();
    expect(session()).toMatchObject({ joining: 'alone', forecasts: [] });
    expect(session().series[0]?.starts).toHaveLength(32);
    imports.commands.join('earlier');
    await settled();
    imports.commands.forecast();
    await settled();
    imports.commands.apply();
    const source = app.store.getState().scenario.channels[0]?.demand.source;
    expect(source).toMatchObject({ history: { to: '2021-10-02', id: 'history 1' } });
  });

  it('reads by the memory, but for what the file shows by itself', async () => {
    const { imports } = await imported('nypd_911_daily.csv', 90);
    // the same headings and delimiter, now with times of day, though not at regular ones
    const times = ['09:00', '09:30', '11:00', '11:30', '14:00'];
    const rows = Array.from({ length: 20 }, (_, i) =>
      times.map((time) => `2026-09-${10 + i} ${time},${100 + i}`),
    );
    const look = async (lines: readonly string[]) => {
      imports.commands.choose(['date,calls', ...lines].join('\n'), { name: 'other.csv', bytes: 1 });
      await settled();
      return imports.store.getState();
    };
    expect(await look(rows.flat())).toMatchObject({ recalled: true, mapping: { fileMinutes: 30 } });
    const days = Array.from({ length: 28 }, (_, i) => `9/${i + 1}/2026,${100 + i}`);
    expect(await look(days)).toMatchObject({ step: 'mapping', mapping: { dateOrder: 'mdy' } });
  });

  it('looks afresh where the memory would read fewer rows', async () => {
    const { imports } = await imported('nypd_911_daily.csv', 90);
    // the same headings, and the date now in the other column
    const days = Array.from({ length: 28 }, (_, i) => `${100 + i},2026-09-${10 + i}`);
    imports.commands.choose(['date,calls', ...days.slice(0, 20)].join('\n'), { name: 'other.csv', bytes: 1 });
    await settled();
    const state = imports.store.getState();
    expect(state).toMatchObject({ step: 'mapping', recalled: false });
  });

  it('keeps the adjustments and actuals that fit, and names the others', { tags: 'slow' }, async () => {
    const { app, imports } = await imported('nypd_911_daily.csv', 90);
    const by = { who: 'Ana', why: 'tax letters' };
    const figures = Array.from({ length: 336 }, () => 11);
    const base = { contacts: [...figures], slopes: figures.map(() => 1.1) };
    const formula = { ...by, kind: 'formula' as const, formula: 'volume * 1.1', contacts: figures, base };
    const monday = { from: '2026-11-23T00:00', to: '2026-11-24T00:00' };
    const total = { ...by, ...monday, kind: 'total' as const, contacts: 500 };
    const actuals = { date: '2026-11-23', contacts: [4] };
    const bunched = {
      intervalFactorCv: 0.2,
      intervalFactorCorrelation: 0.5,
      batch: { kind: 'constant' as const, size: 3 },
    };
    app.commands.edit('adjust phone', (draft) => {
      Object.assign(draft.channels[0]?.demand ?? {}, {
        adjustments: [formula, total],
        actuals,
        levelCv: 0.25,
        ...bunched,
      });
    });
    const demand = () => app.store.getState().scenario.channels[0]?.demand;
    const use = async () => {
      imports.commands.forecast();
      await settled();
      imports.commands.apply();
    };
    await use(); // the days move to the end of the history, in 2021
    expect(imports.store.getState()).toMatchObject({
      applied: { dropped: [{ adjustments: [total], actuals }] },
    });
    expect(demand()).toMatchObject({ adjustments: [formula], ...bunched });
    expect(demand()).not.toHaveProperty('actuals');
    // a history says how far it may be off
    expect(demand()).not.toHaveProperty('levelCv');

    const { start } = app.store.getState().scenario.calendar;
    const later = { ...total, from: `${start}T00:00`, to: `${start}T12:00` };
    app.commands.edit('adjust phone', (draft) => {
      draft.channels[0]?.demand.adjustments?.push(later);
    });
    imports.commands.choose(recent('nypd_911_daily.csv', 90), { name: 'again.csv', bytes: 1 });
    await settled();
    imports.commands.read();
    await settled();
    await use(); // the days stay
    expect(imports.store.getState()).toMatchObject({ applied: { start: null, dropped: [{}] } });
    expect(demand()).toMatchObject({ adjustments: [formula, later] });
  });

  it('spreads daily totals by the shape the channel has', { tags: 'slow' }, async () => {
    const { app, imports, session } = await imported('nypd_911_daily.csv', 90);
    expect(session().series[0]?.intervalMinutes).toBe(1440);
    imports.commands.decide('phone', { shape: { kind: 'evenly' } });
    imports.commands.forecast();
    await settled();
    imports.commands.apply();
    const source = app.store.getState().scenario.channels[0]?.demand.source;
    if (source?.kind !== 'forecast') throw new Error('no forecast');
    expect(source.contacts[15]).toBe(0); // closed before 08:00
    expect(source.contacts[16]).toBeCloseTo(source.contacts[20] ?? 0, 9);
  });

  it('drops forecasts when the calendar changes under them', { tags: 'slow' }, async () => {
    const { app, imports, session } = await imported('helpdesk_tickets_60min.csv', 28 * 24);
    imports.commands.forecast();
    await settled();
    expect(session().forecasts).toHaveLength(1);
    app.commands.edit('calendar', (draft) => {
      draft.calendar.start = '2016-05-02';
    });
    expect(session().forecasts).toEqual([]);
    app.commands.edit('calendar', (draft) => {
      draft.calendar.intervalMinutes = 60;
    });
    expect(imports.store.getState().step).toBe('mapping');
  });
});
