/**
 * The shape of a scenario document, field by field: types, ranges, and no other fields. What
 * fields must be together (lengths on the grid, references, dates in order) is in consistency.ts.
 */
import * as v from 'valibot';
import type { Issue } from '../errors.ts';
import { parseDate } from '../numeric/civil-date.ts';
import { parseClock, parseDayTime } from './civil.ts';
import {
  choice,
  fields,
  kinds,
  list,
  message,
  number,
  remark,
  string,
  text,
  whole,
  words,
} from './document-fields.ts';
import { LONGEST_PATIENCE, MOST_PER_HOUR } from './hazard.ts';
import { fieldIssue, type Requirement } from './issue.ts';
import {
  LATEST_SHIFT_MINUTE,
  LONGEST_NAME,
  MOST_AGENTS,
  MOST_BREAKS,
  MOST_NAMES,
  MOST_SHIFTS,
  MOST_SPECIAL_DAYS,
} from './plan.ts';
import { MOST_REASONS, MOST_WEIGHT } from './reasons.ts';
import { SCENARIO_FORMAT, SCENARIO_VERSION, type Scenario } from './schema.ts';
import { isTimeZone } from './time-zone.ts';
import { MOST_CV, MOST_VALUES } from './work-law.ts';

const MOST_CONTACTS_PER_INTERVAL = 1e7;
const MOST_MONEY = 1e9;
/** More issues than anyone reads: the rest is counted. */
const MOST_ISSUES = 200;

export const GRID_LENGTH_LIMIT = 35 * 96;

const yesOrNo = v.boolean(message({ code: 'wrong-type', allowed: 'true or false' }));
const share = number(0, 1);
const targetShare = number(0.0001, 0.9999, 'no number of agents can promise it to everybody');
const seconds = number(1, 86_400);
const optionalSeconds = number(0, 86_400);
/** Above 0, so that nobody comes back at once, for ever; at most five weeks. */
const returnDelay = number(1, 35 * 86_400);
const money = number(0, MOST_MONEY);
const agents = whole(0, MOST_AGENTS);
const contacts = list(number(0, MOST_CONTACTS_PER_INTERVAL), GRID_LENGTH_LIMIT);
const id = string('1 to 64 letters, digits, - or _', (value) => /^[A-Za-z0-9][\w-]{0,63}$/.test(value));
const date = string('a date that exists, YYYY-MM-DD, from 1970 to 2199', (value) => {
  return parseDate(value) !== null && value >= '1970' && value < '2200';
});
const clock = string('a time HH:MM up to 24:00', (value) => parseClock(value) !== null);
const shiftClock = string(
  'a time HH:MM up to 48:00',
  (value) => parseClock(value, LATEST_SHIFT_MINUTE) !== null,
);
const dateTime = string(
  'a local time that exists, YYYY-MM-DDTHH:MM',
  (value) => parseDayTime(value) !== null,
);

const name = text(200);

export const calendarSchema = fields({
  timeZone: string('an IANA time zone such as Europe/Paris', isTimeZone),
  start: date,
  days: whole(1, 35),
  intervalMinutes: choice(15, 30, 60),
  holidays: list(fields({ date, name }), 366),
});

const cleaningDecision = fields({
  kind: choice('outlierDay', 'outlierSlot', 'partialDay', 'levelShift', 'gap', 'closedHours'),
  start: dateTime,
  end: dateTime,
  ratio: v.exactOptional(number(1e-6, 1e6)),
  accepted: yesOrNo,
});

const by = { who: remark(200), why: remark(500) };
const span = { from: dateTime, to: dateTime };
const adjustment = kinds([
  fields({ kind: v.literal('scale'), ...by, ...span, factor: number(0, 1000) }),
  fields({ kind: v.literal('add'), ...by, ...span, contacts: number(-1e9, 1e9) }),
  fields({ kind: v.literal('total'), ...by, ...span, contacts: number(0, 1e9) }),
  fields({
    kind: v.literal('formula'),
    ...by,
    formula: words(2000),
    contacts,
    base: v.exactOptional(fields({ contacts, slopes: list(number(-1e7, 1e7), GRID_LENGTH_LIMIT) })),
  }),
  fields({
    kind: v.literal('cells'),
    ...by,
    cells: list(
      fields({
        cell: whole(0, GRID_LENGTH_LIMIT - 1),
        contacts: number(0, MOST_CONTACTS_PER_INTERVAL),
      }),
      GRID_LENGTH_LIMIT,
    ),
    anew: v.exactOptional(v.literal(true)),
  }),
]);

const demand = fields({
  source: kinds([
    fields({ kind: v.literal('typed'), contacts }),
    fields({
      kind: v.literal('profile'),
      perDay: list(number(0, 1e9), 35),
      shares: list(list(share, 96), 7),
      note: v.exactOptional(text(2000)),
    }),
    fields({
      kind: v.literal('forecast'),
      contacts,
      bands: list(fields({ level: number(0.01, 0.999), low: contacts, high: contacts }), 9),
      model: words(200),
      backtest: v.nullable(fields({ wape: number(0, 1e6), coverage80: share })),
      history: fields({
        file: words(500),
        column: words(500),
        from: words(40),
        to: words(40),
        id: v.exactOptional(words(100)),
        cleaning: v.exactOptional(list(cleaningDecision, 5000)),
      }),
    }),
  ]),
  dayFactorCv: number(0, 3),
  levelCv: v.exactOptional(number(0, 3)),
  intervalFactorCv: v.exactOptional(number(0, 3)),
  intervalFactorCorrelation: v.exactOptional(number(0, 0.99)),
  batch: v.exactOptional(
    kinds([
      fields({ kind: v.literal('constant'), size: whole(1, 1000) }),
      fields({ kind: v.literal('geometric'), mean: number(1, 1000) }),
    ]),
  ),
  adjustments: v.exactOptional(list(adjustment, 200)),
  actuals: v.exactOptional(
    fields({ date, contacts: list(v.nullable(number(0, MOST_CONTACTS_PER_INTERVAL)), 96) }),
  ),
});

const targets = fields({
  serviceLevel: v.exactOptional(
    fields({
      share: targetShare,
      threshold: number(0, 1e7),
      definition: choice(
        'offered',
        'answered',
        'excludeAbandonsWithin',
        'creditAbandonsWithin',
        'excludeShortAbandons',
        'virtual',
      ),
      shortAbandon: v.exactOptional(number(0, 3600)),
    }),
  ),
  meanWaitAnswered: v.exactOptional(number(0.1, 1e7)),
  firstResponse: v.exactOptional(
    fields({
      mean: v.exactOptional(number(0.1, 1e7)),
      percentile: v.exactOptional(fields({ share: targetShare, within: number(0.1, 1e7) })),
    }),
  ),
  abandonment: v.exactOptional(number(0.0001, 1)),
  maxOccupancy: v.exactOptional(number(0.01, 1)),
});

const patience = fields({
  mean: number(1, LONGEST_PATIENCE),
  law: v.exactOptional(
    kinds([
      fields({ kind: v.literal('weibull'), shape: number(0.2, 10) }),
      fields({ kind: v.literal('lognormal'), cv: number(0.1, 10) }),
      fields({
        kind: v.literal('hyperexponential'),
        share: number(0.01, 0.99),
        mean: number(1, LONGEST_PATIENCE),
      }),
      fields({
        kind: v.literal('hazard'),
        pieces: list(fields({ from: number(0, LONGEST_PATIENCE), perHour: number(0, MOST_PER_HOUR) }), 20),
      }),
    ]),
  ),
  leavesAtOnce: v.exactOptional(number(0, 0.95)),
});

const workLaw = kinds([
  fields({ kind: v.literal('gamma') }),
  fields({ kind: v.literal('weibull') }),
  fields({ kind: v.literal('exponential') }),
  fields({ kind: v.literal('hyperexponential'), share: number(0.01, 0.99) }),
  fields({ kind: v.literal('empirical'), values: list(optionalSeconds, MOST_VALUES) }),
]);

const weights = list(number(0, MOST_WEIGHT), 24);
const reason = fields({
  id,
  name: v.exactOptional(name),
  share,
  weights: v.exactOptional(fields({ byWeekday: v.exactOptional(weights), byHour: v.exactOptional(weights) })),
  handleTimeFactor: number(0.00001, 100_000),
  cv: v.exactOptional(number(0, MOST_CV)),
  law: v.exactOptional(workLaw),
  patienceFactor: v.exactOptional(number(1 / LONGEST_PATIENCE, LONGEST_PATIENCE)),
  bot: v.exactOptional(
    fields({
      reach: v.exactOptional(share),
      containment: v.exactOptional(share),
      resolution: v.exactOptional(share),
      recontact: v.exactOptional(share),
    }),
  ),
  redial: v.exactOptional(share),
  switch: v.exactOptional(share),
  recontact: v.exactOptional(share),
  transfer: v.exactOptional(share),
});

const channel = fields({
  id,
  kind: choice('phone', 'chat', 'messaging', 'email', 'social', 'selfService', 'callback'),
  name: v.exactOptional(name),
  open: list(
    list(v.tuple([clock, clock], message({ code: 'wrong-type', allowed: 'a pair of times [from, to]' })), 12),
    7,
  ),
  demand,
  volumeFactor: number(0, 100),
  handling: fields({
    mean: seconds,
    cv: number(0, MOST_CV),
    law: v.exactOptional(workLaw),
    afterContact: optionalSeconds,
  }),
  reasons: v.exactOptional(list(reason, MOST_REASONS)),
  patience: v.nullable(patience),
  lines: v.exactOptional(whole(1, 100_000)),
  backlog: v.exactOptional(fields({ contacts: whole(1, 100_000), oldest: number(0, 35 * 86_400) })),
  routing: v.exactOptional(choice('leastLoaded', 'mostSpecialised', 'random')),
  conversation: v.exactOptional(
    fields({
      limit: whole(1, 20),
      agentTurn: seconds,
      customerTurn: seconds,
      silentAbandon: v.exactOptional(fields({ share, timeOut: seconds })),
    }),
  ),
  targets,
  bot: v.nullable(
    fields({
      reach: share,
      containment: share,
      resolution: share,
      recontact: share,
      handoverHandleTime: number(-86_400, 86_400),
      escalateTo: id,
      costPerContact: money,
    }),
  ),
  callback: v.exactOptional(fields({ afterWait: optionalSeconds, accept: share, to: id })),
  afterwards: v.exactOptional(
    fields({
      redial: v.exactOptional(fields({ share, delay: returnDelay })),
      switch: v.exactOptional(fields({ share, to: id, delay: returnDelay })),
      recontact: v.exactOptional(fields({ share, delay: returnDelay, sameAgent: v.exactOptional(yesOrNo) })),
      transfer: v.exactOptional(fields({ share, to: id })),
    }),
  ),
});

const shift = fields({
  days: list(whole(0, 34), 35),
  start: clock,
  end: shiftClock,
  agents,
  names: v.exactOptional(list(words(LONGEST_NAME), MOST_NAMES)),
  breaks: list(fields({ start: shiftClock, end: shiftClock }), MOST_BREAKS),
});

const group = fields({
  id,
  name,
  skills: list(
    fields({
      channel: id,
      priority: whole(1, 100),
      speed: v.exactOptional(number(0.1, 10)),
      afterSeconds: v.exactOptional(optionalSeconds),
    }),
    40,
  ),
  staffing: kinds([
    fields({
      kind: v.literal('counts'),
      agents: list(agents, GRID_LENGTH_LIMIT),
      shiftEnd: v.exactOptional(choice('pooled', 'preemptive')),
    }),
    fields({
      kind: v.literal('shifts'),
      shifts: list(shift, MOST_SHIFTS),
      lastContactMinutes: v.exactOptional(number(0, 240)),
    }),
  ]),
  extraAgents: whole(-MOST_AGENTS, MOST_AGENTS),
  absence: v.exactOptional(number(0, 0.95)),
  shrinkage: number(0, 0.95),
  hourlyCost: money,
});

const specialKind = choice('holiday', 'campaign', 'outage', 'billRun', 'other');
const preferences = list(fields({ channel: id, share }), 40);

const scenario = fields({
  format: v.literal(SCENARIO_FORMAT, message({ code: 'not-accepted', allowed: SCENARIO_FORMAT })),
  version: v.literal(SCENARIO_VERSION, message({ code: 'not-accepted', allowed: String(SCENARIO_VERSION) })),
  name,
  description: v.exactOptional(text(5000)),
  currency: string('an ISO 4217 code such as EUR', (value) => /^[A-Z]{3}$/.test(value)),
  calendar: calendarSchema,
  channels: list(channel, 40),
  groups: list(group, 200),
  events: list(
    fields({
      name,
      kind: v.exactOptional(specialKind),
      start: dateTime,
      end: dateTime,
      multipliers: list(fields({ channel: id, factor: number(0, 1000) }), 40),
    }),
    100,
  ),
  specialDays: v.exactOptional(
    list(
      fields({ date, kind: specialKind, name: words(200), channel: v.exactOptional(id) }),
      MOST_SPECIAL_DAYS,
    ),
  ),
  mix: v.exactOptional(
    fields({
      segments: list(fields({ name, weight: share, now: preferences, later: preferences }), 20),
    }),
  ),
  busynessCorrelation: share,
  finance: fields({ hoursPerFte: number(1, 168), lostContact: money }),
  assurance: number(0.01, 0.999),
  simulation: fields({ seed: whole(0, 4_294_967_295), replications: whole(1, 100_000) }),
});

/** The document if every field has the right type and range; the issues of those that have not. */
export function checkDocument(json: unknown): { document: Scenario | null; issues: Issue[] } {
  const result = v.safeParse(scenario, json);
  if (result.success) return { document: result.output, issues: [] };
  const issues = result.issues.slice(0, MOST_ISSUES).map((issue) => {
    const keys = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every schema above writes its message as a requirement
    return fieldIssue(keys, JSON.parse(issue.message) as Requirement, issue.input);
  });
  const more = result.issues.length - issues.length;
  if (more > 0)
    issues.push(
      fieldIssue([], { code: 'more', allowed: `free of ${more} further errors`, values: { more } }),
    );
  return { document: null, issues };
}
