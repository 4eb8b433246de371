/**
 * An import in progress, from a dropped file to a forecast that is ready to be used.
 *
 *     idle → looking → mapping ⇄ reading → series ⇄ forecasting → (applied) idle
 *               └→ refused
 *
 * A pure reducer: files, workers and the document are the driver's (import-driver.ts). The document
 * is not touched before the last step, so whatever is cancelled or goes wrong leaves it as it was.
 */
import type { Issue } from '../errors.ts';
import type { ForecastOutcome } from '../forecast/result.ts';
import { noContacts, type ContactFacts } from '../history/contact-facts.ts';
import type { Guess, Mapping } from '../history/mapping.ts';
import type { ChannelDay, HistoryChanges, Joined, Preference } from '../history/merge.ts';
import type { ImportReport, ImportResult, Inspection, Preview, SeriesColumns } from '../history/report.ts';
import type { SeriesFacts } from '../history/series-facts.ts';
import type { Carried } from '../scenario/carry-adjustments.ts';
import type { DayShape } from '../scenario/day-shape.ts';
import type { Text } from '../scenario/schema.ts';
import type { CleaningDecision } from '../scenario/schema-demand.ts';

export type SourceInfo = { readonly name: string; readonly bytes: number };

export type ReadProgress = { readonly bytesRead: number; readonly bytes: number; readonly rows: number };

/** What the user decides about one imported series. */
export type SeriesChoice = {
  /** Channel of the scenario it feeds; null: left out. Several series may feed one channel. */
  readonly channel: string | null;
};

/** What the user decides about one channel that is to get a forecast. */
export type ChannelChoice = {
  /** Only used for daily series. */
  readonly shape: DayShape;
  readonly takesHandleTime: boolean;
  readonly takesOpeningHours: boolean;
  /** Spread of the handle time, and patience, of a log of contacts. */
  readonly takesSpread: boolean;
  readonly takesPatience: boolean;
};

export type ChannelForecast = {
  readonly channel: string;
  readonly outcome: ForecastOutcome;
  /** What was decided about the channel's earlier history and holds in this one; the forecast heeds it. */
  readonly cleaning: readonly CleaningDecision[];
};

type Looked = {
  readonly source: SourceInfo;
  readonly guess: Guess;
  readonly mapping: Mapping;
  readonly preview: Preview;
  /** Sheets of a workbook; empty for a text. */
  readonly sheets: readonly string[];
  /** The columns are read as they were last time for a file with these headings. */
  readonly recalled: boolean;
};

export type ImportSession =
  | { readonly step: 'idle'; readonly applied: Applied | null }
  /** `before`: what was shown when another `sheet` of the same workbook was chosen. */
  | {
      readonly step: 'looking';
      readonly source: SourceInfo;
      readonly before?: { readonly session: MappingStep; readonly sheet: string };
    }
  | { readonly step: 'refused'; readonly source: SourceInfo; readonly issues: readonly Issue[] }
  | MappingStep
  | (Looked & { readonly step: 'reading'; readonly progress: ReadProgress })
  | SeriesStep;

export type MappingStep = Looked & {
  readonly step: 'mapping';
  /** The preview on screen is of an older mapping. */
  readonly previewing: boolean;
  /** What will stop, or has stopped, the import. */
  readonly issues: readonly Issue[];
  /** The sheet chosen that holds no history, for which `issues` say why; the one before is still shown. */
  readonly refusedSheet?: string;
};

export type SeriesStep = Looked & {
  readonly step: 'series';
  readonly report: ImportReport;
  readonly series: readonly SeriesColumns[];
  /** Of each series, in the same order. */
  readonly facts: readonly SeriesFacts[];
  /** The same for what a log of contacts says of them; empty for other files. */
  readonly contacts: readonly ContactFacts[];
  /** What the file changes in the history that the scenario rests on; null: nothing in common. */
  readonly earlier: Earlier | null;
  readonly joining: Joining;
  /** Days that differ on which the other side counts. */
  readonly exceptions: readonly ChannelDay[];
  /** The joining under way, which the series do not show yet. */
  readonly asked: Pick<SeriesStep, 'joining' | 'exceptions'> | null;
  readonly choices: readonly SeriesChoice[];
  readonly channels: Readonly<Record<string, ChannelChoice>>;
  /** Plan the days right after the history instead of those of the scenario. */
  readonly movesCalendar: boolean;
  /** Peak events that the user keeps or lets go, by key (import-events.ts); absent: as proposed. */
  readonly events: Readonly<Record<string, boolean>>;
  /** The scenario takes how far the channels are busy together (import-together.ts). */
  readonly takesTogether: boolean;
  /** Channels still to be forecast; null when no forecast is running. */
  readonly waiting: readonly string[] | null;
  readonly forecasts: readonly ChannelForecast[];
  /** Why the last forecast did not run through. */
  readonly failure: string | null;
};

export type Earlier = { readonly file: string; readonly changes: HistoryChanges };

/** The file alone, or joined with the earlier history: whose day counts where they differ. */
export type Joining = 'alone' | Preference;

/** What people knew of a channel's demand that does not fit the new one. */
export type Dropped = Carried['dropped'] & {
  /** Decisions about the earlier history. */
  readonly decisions: number;
};

export type Applied = {
  readonly file: string;
  readonly channels: readonly string[];
  /** Of each channel, the adjustments and actuals that do not fit the new days and figures. */
  readonly dropped: readonly Dropped[];
  /** Peak events taken out of the scenario. */
  readonly eventsGone: readonly Text[];
  readonly start: string | null;
};

export type ImportEvent =
  | { readonly type: 'chosen'; readonly source: SourceInfo; readonly sheet?: string }
  | {
      readonly type: 'inspected';
      readonly inspection: Inspection;
      /** How such a file was read last time. */
      readonly recalled?: { readonly mapping: Mapping; readonly preview: Preview } | null;
    }
  | { readonly type: 'corrected'; readonly mapping: Mapping }
  | { readonly type: 'previewed'; readonly mapping: Mapping; readonly preview: Preview }
  | { readonly type: 'readingStarted' }
  | { readonly type: 'progressed'; readonly progress: ReadProgress }
  | { readonly type: 'read'; readonly result: ImportResult; readonly defaults: SeriesDefaults }
  | { readonly type: 'compared'; readonly earlier: Earlier }
  | { readonly type: 'joinAsked'; readonly asked: Pick<SeriesStep, 'joining' | 'exceptions'> }
  | {
      readonly type: 'joined';
      readonly joining: Joining;
      readonly exceptions: readonly ChannelDay[];
      readonly joined: Joined;
      readonly defaults: SeriesDefaults;
    }
  | { readonly type: 'stopped' }
  | { readonly type: 'failed'; readonly message: string }
  | {
      readonly type: 'assigned';
      readonly series: number;
      readonly channel: string | null;
      readonly choice: ChannelChoice | null;
    }
  | { readonly type: 'channelChosen'; readonly channel: string; readonly choice: Partial<ChannelChoice> }
  | { readonly type: 'calendarChosen'; readonly moves: boolean }
  | { readonly type: 'eventChosen'; readonly key: string; readonly stays: boolean }
  | { readonly type: 'togetherChosen'; readonly takes: boolean }
  | { readonly type: 'forecastStarted'; readonly channels: readonly string[] }
  | ({ readonly type: 'forecast' } & ChannelForecast)
  | { readonly type: 'backToMapping' }
  /** The days planned are others now. */
  | { readonly type: 'calendarChanged' }
  | { readonly type: 'applied'; readonly applied: Applied }
  | { readonly type: 'closed' };

/** What is proposed for freshly read series. */
export type SeriesDefaults = Pick<SeriesStep, 'choices' | 'channels' | 'movesCalendar'>;

export const IDLE: ImportSession = { step: 'idle', applied: null };

/** The session after an event. An event that does not belong to the step (a late answer) changes nothing. */
export function advanced(session: ImportSession, event: ImportEvent): ImportSession {
  switch (event.type) {
    case 'chosen':
      return session.step === 'mapping' && event.sheet !== undefined
        ? { step: 'looking', source: event.source, before: { session, sheet: event.sheet } }
        : { step: 'looking', source: event.source };
    case 'closed':
      return IDLE;
    case 'inspected':
      return session.step === 'looking' ? inspected(session, event) : session;
    case 'corrected':
      return session.step === 'mapping'
        ? {
            ...looked(session),
            step: 'mapping',
            mapping: event.mapping,
            recalled: false,
            previewing: true,
            issues: [],
          }
        : session;
    case 'previewed':
      return session.step === 'mapping' && session.mapping === event.mapping
        ? { ...session, preview: event.preview, previewing: false }
        : session;
    case 'readingStarted':
      return session.step === 'mapping'
        ? {
            ...looked(session),
            step: 'reading',
            progress: { bytesRead: 0, bytes: session.source.bytes, rows: 0 },
          }
        : session;
    case 'progressed':
      return session.step === 'reading' ? { ...session, progress: event.progress } : session;
    case 'read':
      return session.step === 'reading' ? read(session, event.result, event.defaults) : session;
    case 'compared':
      return session.step === 'series' ? { ...session, earlier: event.earlier } : session;
    case 'joinAsked':
      return session.step === 'series' ? { ...session, asked: event.asked } : session;
    case 'joined':
      return session.step === 'series' ? joined(session, event) : session;
    case 'stopped':
      return stopped(session, null);
    case 'failed':
      return stopped(session, event.message);
    case 'backToMapping':
      return session.step === 'series'
        ? { ...looked(session), step: 'mapping', previewing: false, issues: [] }
        : session;
    case 'calendarChanged':
      return session.step === 'series' ? { ...session, asked: null, waiting: null, forecasts: [] } : session;
    case 'applied':
      return session.step === 'series' ? { step: 'idle', applied: event.applied } : session;
    case 'assigned':
    case 'channelChosen':
    case 'calendarChosen':
    case 'eventChosen':
    case 'togetherChosen':
    case 'forecastStarted':
    case 'forecast':
      return session.step === 'series' ? decided(session, event) : session;
  }
}

type SeriesEvent = Extract<
  ImportEvent,
  {
    type:
      | 'assigned'
      | 'channelChosen'
      | 'calendarChosen'
      | 'eventChosen'
      | 'togetherChosen'
      | 'forecastStarted'
      | 'forecast';
  }
>;

/** A decision on which a forecast rests makes those on screen stale. */
function decided(session: SeriesStep, event: SeriesEvent): SeriesStep {
  switch (event.type) {
    case 'assigned': {
      const { series, channel, choice } = event;
      const touched = [session.choices[series]?.channel, channel];
      return {
        ...session,
        choices: session.choices.map((old, index) => (index === series ? { channel } : old)),
        channels: channel && choice ? { ...session.channels, [channel]: choice } : session.channels,
        forecasts: session.forecasts.filter((forecast) => !touched.includes(forecast.channel)),
      };
    }
    case 'channelChosen': {
      const before = session.channels[event.channel];
      if (!before) return session;
      return {
        ...session,
        channels: { ...session.channels, [event.channel]: { ...before, ...event.choice } },
      };
    }
    case 'calendarChosen':
      return event.moves === session.movesCalendar
        ? session
        : { ...session, movesCalendar: event.moves, forecasts: [] };
    case 'eventChosen':
      return { ...session, events: { ...session.events, [event.key]: event.stays } };
    case 'togetherChosen':
      return { ...session, takesTogether: event.takes };
    case 'forecastStarted':
      return { ...session, waiting: event.channels, failure: null };
    case 'forecast': {
      if (!session.waiting?.includes(event.channel)) return session;
      const waiting = session.waiting.filter((channel) => channel !== event.channel);
      return {
        ...session,
        waiting: waiting.length > 0 ? waiting : null,
        forecasts: [
          ...session.forecasts.filter(({ channel }) => channel !== event.channel),
          { channel: event.channel, outcome: event.outcome, cleaning: event.cleaning },
        ],
      };
    }
  }
}

function inspected(
  { source, before }: Extract<ImportSession, { step: 'looking' }>,
  { inspection, recalled = null }: Extract<ImportEvent, { type: 'inspected' }>,
): ImportSession {
  if (!inspection.ok) {
    const { issues } = inspection;
    return before
      ? { ...before.session, previewing: false, issues, refusedSheet: before.sheet }
      : { step: 'refused', source, issues };
  }
  const { guess, preview, sheets, warnings } = inspection;
  return {
    step: 'mapping',
    source,
    guess,
    mapping: recalled?.mapping ?? guess.mapping,
    preview: recalled?.preview ?? preview,
    sheets,
    recalled: recalled !== null,
    previewing: false,
    issues: recalled === null ? warnings : [],
  };
}

function read(session: Looked, result: ImportResult, defaults: SeriesDefaults): ImportSession {
  if (!result.ok) return { ...looked(session), step: 'mapping', previewing: false, issues: result.issues };
  const { report, series, facts, contacts } = result;
  return {
    ...looked(session),
    ...defaults,
    step: 'series',
    report,
    series,
    facts,
    contacts,
    earlier: null,
    joining: 'alone',
    exceptions: [],
    asked: null,
    events: {},
    takesTogether: true,
    waiting: null,
    forecasts: [],
    failure: null,
  };
}

function joined(session: SeriesStep, event: Extract<ImportEvent, { type: 'joined' }>): SeriesStep {
  const { joining, exceptions, defaults } = event;
  const { series, facts, channels } = event.joined;
  return {
    ...session,
    // the series are the same when only some of their days have changed sides: what was chosen for them stays
    ...(joining === session.joining ? {} : defaults),
    report: { ...session.report, channels },
    series,
    facts,
    // the earlier history has no log: what the file's own log says stays with the file's series
    contacts:
      session.contacts.length === 0
        ? []
        : facts.map(({ channel }, index) => session.contacts[index] ?? noContacts(channel)),
    joining,
    exceptions,
    asked: null,
    waiting: null,
    forecasts: [],
  };
}

/** Back to the last step that stood on its own. */
function stopped(session: ImportSession, message: string | null): ImportSession {
  const issues = message === null ? [] : [{ path: 'file', code: 'failed', message }];
  switch (session.step) {
    case 'looking':
      return message === null ? IDLE : { step: 'refused', source: session.source, issues };
    case 'reading':
      return { ...looked(session), step: 'mapping', previewing: false, issues };
    case 'mapping':
      return { ...session, previewing: false, issues };
    case 'series':
      return { ...session, asked: null, waiting: null, failure: message };
    case 'idle':
    case 'refused':
      return session;
  }
}

function looked({ source, guess, mapping, preview, sheets, recalled }: Looked): Looked {
  return { source, guess, mapping, preview, sheets, recalled };
}
