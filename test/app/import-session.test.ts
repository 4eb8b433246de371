import { describe, expect, it } from 'vitest';
import { advanced, IDLE, type ImportEvent, type ImportSession } from '../../src/app/import-session.ts';
import { readHistory } from '../../src/history/history-reader.ts';
import { inspect } from '../../src/history/sniff.ts';

const text = 'start,calls\n2026-11-02T09:00,4\n2026-11-02T09:30,7\n2026-11-02T10:00,5\n';
const source = { name: 'calls.csv', bytes: text.length };
const inspection = inspect(text, { timeZone: 'Europe/Paris', intervalMinutes: 30 });
const defaults = {
  choices: [{ channel: 'phone' }],
  channels: {
    phone: {
      shape: { kind: 'evenly' },
      takesHandleTime: false,
      takesOpeningHours: false,
      takesSpread: false,
      takesPatience: false,
    },
  },
  movesCalendar: true,
} as const;

function after(...events: readonly ImportEvent[]): ImportSession {
  return events.reduce(advanced, IDLE);
}

const toMapping: readonly ImportEvent[] = [
  { type: 'chosen', source },
  { type: 'inspected', inspection },
];
if (!inspection.ok) throw new Error('not understood');
const { mapping } = inspection.guess;
const result = readHistory([text], mapping);
const toSeries: readonly ImportEvent[] = [
  ...toMapping,
  { type: 'readingStarted' },
  { type: 'read', result, defaults },
];
const outcome = { ok: false, refusal: { code: 'noData', message: '' } } as const;

describe('an import', () => {
  it('goes from a file to series', () => {
    expect(after(...toMapping)).toMatchObject({ step: 'mapping', previewing: false, mapping });
    expect(after(...toSeries)).toMatchObject({
      step: 'series',
      choices: [{ channel: 'phone' }],
      forecasts: [],
    });
  });

  it('shows why a file is refused and goes no further', () => {
    const issues = [{ path: 'file', code: 'emptyFile', message: 'the file is empty' }];
    const refused = after(
      { type: 'chosen', source },
      { type: 'inspected', inspection: { ok: false, issues } },
    );
    expect(refused).toMatchObject({ step: 'refused', issues: [{ code: 'emptyFile' }] });
    expect(advanced(refused, { type: 'readingStarted' })).toBe(refused);
  });

  it('keeps the sheet it had where another one holds no history', () => {
    const issues = [{ path: 'file', code: 'emptyFile', message: 'the file is empty' }];
    const refused = after(
      ...toMapping,
      { type: 'chosen', source, sheet: 'Notes' },
      { type: 'inspected', inspection: { ok: false, issues } },
    );
    expect(refused).toMatchObject({ step: 'mapping', mapping, issues, refusedSheet: 'Notes' });
    const again = advanced(refused, { type: 'corrected', mapping });
    expect(again).toMatchObject({ step: 'mapping', issues: [] });
    expect(again).not.toHaveProperty('refusedSheet');
  });

  it('drops an answer that comes too late', () => {
    const corrected = { ...mapping, decimal: ',' } as const;
    const session = after(...toMapping, { type: 'corrected', mapping: corrected });
    const late: ImportEvent = { type: 'previewed', mapping, preview: { header: [], rows: [] } };
    expect(advanced(session, late)).toBe(session);
    expect(advanced(session, { ...late, mapping: corrected })).toMatchObject({ previewing: false });
    expect(advanced(IDLE, { type: 'read', result, defaults })).toBe(IDLE);
  });

  it('returns to the mapping when reading is stopped or finds nothing', () => {
    const reading = after(...toMapping, { type: 'readingStarted' });
    expect(advanced(reading, { type: 'stopped' })).toMatchObject({ step: 'mapping', mapping, issues: [] });
    const issues = [{ path: 'file', code: 'nothingCounted', message: 'none' }];
    expect(advanced(reading, { type: 'read', result: { ok: false, issues }, defaults })).toMatchObject({
      step: 'mapping',
      issues,
    });
  });

  it('keeps a forecast only as long as what it rests on', () => {
    const start: readonly ImportEvent[] = [...toSeries, { type: 'forecastStarted', channels: ['phone'] }];
    const session = after(...start, { type: 'forecast', channel: 'phone', outcome, cleaning: [] });
    expect(session).toMatchObject({ waiting: null, forecasts: [{ channel: 'phone' }] });
    const shape = { shape: { kind: 'likeChannel', channel: 'phone' } } as const;
    expect(advanced(session, { type: 'channelChosen', channel: 'phone', choice: shape })).toMatchObject({
      forecasts: [{ channel: 'phone' }],
    });
    expect(advanced(session, { type: 'calendarChosen', moves: false })).toMatchObject({ forecasts: [] });
    expect(advanced(session, { type: 'calendarChanged' })).toMatchObject({ forecasts: [] });
    expect(advanced(session, { type: 'assigned', series: 0, channel: null, choice: null })).toMatchObject({
      forecasts: [],
    });
  });

  it('forgets a forecast that was called off', () => {
    const called = after(...toSeries, { type: 'forecastStarted', channels: ['phone'] }, { type: 'stopped' });
    expect(called).toMatchObject({ step: 'series', waiting: null });
    expect(advanced(called, { type: 'forecast', channel: 'phone', outcome, cleaning: [] })).toBe(called);
  });
});
