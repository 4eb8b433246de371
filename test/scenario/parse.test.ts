import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newChannel, newGroup, newScenario } from '../../src/scenario/defaults.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { SCENARIO_VERSION, type ChannelKind } from '../../src/scenario/schema.ts';
import { type Change, changed, issuesOf } from './changed.ts';
import { exampleBot, exampleChannel, exampleGroup, exampleScenario } from './example.ts';

describe('a good document', () => {
  it('comes back equal, as a copy', () => {
    const document = exampleScenario();
    const result = parseScenario(document);
    expect(result).toEqual({ ok: true, scenario: document });
    expect(result.ok && result.scenario.channels[0]).not.toBe(document.channels[0]);
  });

  it('is what every default makes', () => {
    const scenario = newScenario('New', { timeZone: 'Europe/Paris', start: '2026-11-23' });
    const kinds: ChannelKind[] = ['phone', 'chat', 'messaging', 'email', 'social', 'selfService', 'callback'];
    const channels = kinds.map((kind) => newChannel(kind, kind, scenario.calendar, 'phone'));
    const groups = [newGroup('all', { en: 'All', fr: 'Tous' }, ['phone', 'chat'], scenario.calendar)];
    expect(issuesOf({ ...scenario, channels, groups })).toEqual([]);
    expect(issuesOf(scenario)).toEqual([]);
  });

  it('may hold a channel that nobody serves, and no agent at all', () => {
    expect(issuesOf(exampleScenario({ groups: [] }))).toEqual([]);
    expect(issuesOf(exampleScenario({ channels: [], groups: [] }))).toEqual([]);
  });
});

describe('a bad document', () => {
  const profile = {
    kind: 'profile',
    perDay: [1, 1, 1, 1, 1, 1, 1],
    shares: Array.from({ length: 7 }, () => [1]),
  };
  const shift = { days: [0], start: '08:00', end: '16:00', agents: 1, breaks: [] };
  const withShifts =
    (...shifts: object[]): Change =>
    (document) => {
      document.groups[0].staffing = {
        kind: 'shifts',
        shifts: shifts.map((changes) => ({ ...shift, ...changes })),
      };
    };

  it.each<[string, Change, string[]]>([
    ['handle time 0', (d) => (d.channels[0].handling.mean = 0), ['out-of-range $.channels[0].handling.mean']],
    ['a share above 1', (d) => (d.groups[0].shrinkage = 1.2), ['out-of-range $.groups[0].shrinkage']],
    [
      'a target of 100 %',
      (d) => (d.channels[0].targets.serviceLevel.share = 1),
      ['out-of-range $.channels[0].targets.serviceLevel.share'],
    ],
    [
      'a volume of 1e12',
      (d) => (d.channels[0].demand.source.contacts[3] = 1e12),
      ['out-of-range $.channels[0].demand.source.contacts[3]'],
    ],
    [
      'a negative volume',
      (d) => (d.channels[0].demand.source.contacts[0] = -1),
      ['out-of-range $.channels[0].demand.source.contacts[0]'],
    ],
    [
      'a million agents',
      (d) => (d.groups[0].staffing.agents[9] = 1e6),
      ['out-of-range $.groups[0].staffing.agents[9]'],
    ],
    [
      'half an agent',
      (d) => (d.groups[0].staffing.agents[9] = 2.5),
      ['out-of-range $.groups[0].staffing.agents[9]'],
    ],
    [
      'a grid that is too short',
      (d) => d.groups[0].staffing.agents.pop(),
      ['wrong-length $.groups[0].staffing.agents'],
    ],
    [
      'a date that does not exist',
      (d) => (d.calendar.start = '2026-02-30'),
      ['not-accepted $.calendar.start'],
    ],
    [
      'an unknown time zone',
      (d) => (d.calendar.timeZone = 'Mars/Olympus'),
      ['not-accepted $.calendar.timeZone'],
    ],
    [
      'an offset for a time zone',
      (d) => (d.calendar.timeZone = '+02:00'),
      ['not-accepted $.calendar.timeZone'],
    ],
    ['36 days', (d) => (d.calendar.days = 36), ['out-of-range $.calendar.days']],
    [
      'intervals of 20 minutes',
      (d) => (d.calendar.intervalMinutes = 20),
      ['not-accepted $.calendar.intervalMinutes'],
    ],
    ['a text where a number belongs', (d) => (d.assurance = '80 %'), ['wrong-type $.assurance']],
    ['a missing field', (d) => delete d.currency, ['missing $.currency']],
    [
      'fields nobody knows',
      (d) => Object.assign(d.channels[0], { colour: 1, size: 2 }),
      ['unknown-field $.channels[0].colour', 'unknown-field $.channels[0].size'],
    ],
    ['an odd field name', (d) => (d['not a name'] = 1), ['unknown-field $["not a name"]']],
    ['an unknown kind', (d) => (d.channels[0].kind = 'fax'), ['not-accepted $.channels[0].kind']],
    [
      'an unknown kind of demand',
      (d) => (d.channels[0].demand.source.kind = 'guess'),
      ['not-accepted $.channels[0].demand.source.kind'],
    ],
    ['a name in one language', (d) => (d.name = { en: 'Only' }), ['wrong-type $.name']],
    ['two channels of one id', (d) => d.channels.push(exampleChannel()), ['duplicate $.channels[1].id']],
    ['two groups of one id', (d) => d.groups.push(exampleGroup()), ['duplicate $.groups[1].id']],
    [
      'a skill for no channel',
      (d) => (d.groups[0].skills[0].channel = 'fax'),
      ['unknown-channel $.groups[0].skills[0].channel'],
    ],
    [
      'a skill given twice',
      (d) => d.groups[0].skills.push(d.groups[0].skills[0]),
      ['duplicate $.groups[0].skills[1].channel'],
    ],
    [
      'closing before opening',
      (d) => (d.channels[0].open[2] = [['18:00', '09:00']]),
      ['wrong-order $.channels[0].open[2][0]'],
    ],
    [
      'opening hours that overlap',
      (d) =>
        (d.channels[0].open[2] = [
          ['08:00', '12:00'],
          ['11:00', '18:00'],
        ]),
      ['overlap $.channels[0].open[2][1]'],
    ],
    ['six weekdays', (d) => d.channels[0].open.pop(), ['wrong-length $.channels[0].open']],
    [
      'no hour of the clock',
      (d) => (d.channels[0].open[0] = [['8h', '25:00']]),
      ['not-accepted $.channels[0].open[0][0][0]', 'not-accepted $.channels[0].open[0][0][1]'],
    ],
    [
      'a profile of another grid',
      (d) => (d.channels[0].demand.source = profile),
      Array.from({ length: 7 }, (_, k) => `wrong-length $.channels[0].demand.source.shares[${k}]`),
    ],
    [
      'a conversation on the phone',
      (d) => (d.channels[0].conversation = { limit: 2, agentTurn: 30, customerTurn: 30 }),
      ['not-for-this-kind $.channels[0].conversation'],
    ],
    [
      'self-service without a bot',
      (d) => (d.channels[0].kind = 'selfService'),
      ['not-accepted $.channels[0].bot'],
    ],
    [
      'a hand-over that leaves no handle time',
      (d) => (d.channels[0].bot = { ...exampleBot, handoverHandleTime: -240 }),
      ['out-of-range $.channels[0].bot.handoverHandleTime'],
    ],
    [
      'a bot that hands over to nobody',
      (d) => (d.channels[0].bot = { ...exampleBot, escalateTo: 'fax' }),
      ['unknown-channel $.channels[0].bot.escalateTo'],
    ],
    [
      'a shift that ends before it starts',
      withShifts({ end: '07:00' }),
      ['wrong-order $.groups[0].staffing.shifts[0].end'],
    ],
    [
      'a break outside its shift',
      withShifts({ breaks: [{ start: '15:50', end: '16:10' }] }),
      ['outside $.groups[0].staffing.shifts[0].breaks[0]'],
    ],
    [
      'a shift on a day after the calendar',
      withShifts({}, { days: [0, 7, 0] }),
      ['duplicate $.groups[0].staffing.shifts[1].days[2]', 'outside $.groups[0].staffing.shifts[1].days[1]'],
    ],
    [
      'an event that ends before it starts',
      (d) =>
        d.events.push({
          name: 'E',
          start: '2026-11-23T10:00',
          end: '2026-11-23T09:00',
          multipliers: [{ channel: 'fax', factor: 2 }],
        }),
      ['wrong-order $.events[0].end', 'unknown-channel $.events[0].multipliers[0].channel'],
    ],
    [
      'an interval that the clock change cuts',
      (d) => Object.assign(d.calendar, { timeZone: 'Australia/Lord_Howe', start: '2026-04-05' }),
      ['clock-change $.calendar.intervalMinutes'],
    ],
    ['a newer version', (d) => (d.version = SCENARIO_VERSION + 1), ['newer-version $.version']],
    ['no version', (d) => delete d.version, ['not-a-scenario $.version']],
    ['another format', (d) => (d.format = 'sheet'), ['not-a-scenario $.format']],
  ])('is refused for %s', (_, change, expected) => {
    expect(issuesOf(changed(change))).toEqual(expected);
  });

  it.each([null, 3, 'text', [], undefined])('is refused as %j, which is no document', (json) => {
    expect(parseScenario(json).ok).toBe(false);
  });

  it('is told everything at once, in words', () => {
    const result = parseScenario(
      changed((d) => {
        d.calendar.start = '2026-02-30';
        d.channels[0].patience = { mean: 0 };
        d.groups[0].skills[0].channel = 'fax';
      }),
    );
    expect(result.ok ? [] : result.issues.map(({ message }) => message)).toEqual([
      '$.calendar.start is "2026-02-30", but must be a date that exists, YYYY-MM-DD, from 1970 to 2199',
      '$.channels[0].patience.mean is 0, but must be a number from 1 to 10000000',
      '$.groups[0].skills[0].channel is "fax", which is not the id of a channel',
    ]);
  });

  it('gets at most two hundred issues, and their number', () => {
    const result = parseScenario(
      changed((d) => (d.channels[0].demand.source.contacts = Array(1000).fill('x'))),
    );
    expect(!result.ok && result.issues.length).toBe(202);
    expect(
      !result.ok && result.issues.some(({ code, values }) => code === 'more' && values?.['more'] === 800),
    ).toBe(true);
  });

  it('cannot reach a prototype', () => {
    const text = JSON.stringify(exampleScenario()).replace('"phone"', '"phone","__proto__":{"polluted":1}');
    expect(issuesOf(JSON.parse(text))).toEqual(['forbidden-name $.channels[0].__proto__']);
    expect(issuesOf(changed((d) => (d.constructor = {})))).toEqual(['forbidden-name $.constructor']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('may be as deep or as long as it likes', { tags: 'slow' }, () => {
    let deep: unknown = {};
    for (let level = 0; level < 100_000; level++) deep = { deep };
    expect(issuesOf(deep)[0]).toMatch(/^too-deep/);
    expect(
      issuesOf(changed((d) => (d.channels[0].demand.source.contacts = Array(3_000_000).fill(1)))),
    ).toEqual(['too-large $']);
  });

  it('never makes the parser throw', { tags: 'slow' }, () => {
    const paths = fc.constantFrom(
      'calendar',
      'channels',
      'groups',
      'events',
      'finance',
      'name',
      'simulation',
    );
    fc.assert(
      fc.property(paths, fc.anything({ withBigInt: true, withDate: true }), (field, value) => {
        expect(typeof parseScenario({ ...exampleScenario(), [field]: value }).ok).toBe('boolean');
      }),
    );
  });
});
