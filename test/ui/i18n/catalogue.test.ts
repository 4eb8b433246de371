/** Both catalogues say something for every key, and every key is used somewhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en as first } from '../../../src/ui/i18n/en.ts';
import { channelWork as channelEn } from '../../../src/ui/i18n/en/channel-work.ts';
import { contactReasons as contactEn } from '../../../src/ui/i18n/en/contact-reasons.ts';
import { flippedCustomers as flippedEn } from '../../../src/ui/i18n/en/flipped-customers.ts';
import { replayAgents as agentsEn } from '../../../src/ui/i18n/en/replay-agents.ts';
import { playedLog as logEn } from '../../../src/ui/i18n/en/played-log.ts';
import { reasonResults as resultsEn } from '../../../src/ui/i18n/en/reason-results.ts';
import { closer as closerEn } from '../../../src/ui/i18n/en/closer.ts';
import { reasons as reasonsEn } from '../../../src/ui/i18n/en/reasons.ts';
import { demandWork as workEn } from '../../../src/ui/i18n/en/demand-work.ts';
import { shifts as shiftsEn } from '../../../src/ui/i18n/en/shifts.ts';
import { fr as premier } from '../../../src/ui/i18n/fr.ts';
import { channelWork as channelFr } from '../../../src/ui/i18n/fr/channel-work.ts';
import { contactReasons as contactFr } from '../../../src/ui/i18n/fr/contact-reasons.ts';
import { flippedCustomers as flippedFr } from '../../../src/ui/i18n/fr/flipped-customers.ts';
import { replayAgents as agentsFr } from '../../../src/ui/i18n/fr/replay-agents.ts';
import { playedLog as logFr } from '../../../src/ui/i18n/fr/played-log.ts';
import { reasonResults as resultsFr } from '../../../src/ui/i18n/fr/reason-results.ts';
import { closer as closerFr } from '../../../src/ui/i18n/fr/closer.ts';
import { reasons as reasonsFr } from '../../../src/ui/i18n/fr/reasons.ts';
import { demandWork as workFr } from '../../../src/ui/i18n/fr/demand-work.ts';
import { shifts as shiftsFr } from '../../../src/ui/i18n/fr/shifts.ts';

/** What loads with the app, and what loads with a page. */
const en = {
  ...first,
  work: workEn,
  closer: closerEn,
  reasons: reasonsEn,
  channelWork: channelEn,
  contactReasons: contactEn,
  reasonResults: resultsEn,
  playedLog: logEn,
  replayAgents: agentsEn,
  flippedCustomers: flippedEn,
  shifts: shiftsEn,
};
const fr = {
  ...premier,
  work: workFr,
  closer: closerFr,
  reasons: reasonsFr,
  channelWork: channelFr,
  contactReasons: contactFr,
  reasonResults: resultsFr,
  playedLog: logFr,
  replayAgents: agentsFr,
  flippedCustomers: flippedFr,
  shifts: shiftsFr,
};

const ui = resolve(import.meta.dirname, '../../../src/ui');

/** Sections looked up by a computed key: kinds of channel, target, saving state … */
const COMPUTED = [
  /^words\./,
  /^channels\.(modelName|modelText|modelLimit|promiseOn|definitions|flow)\./,
  /^channelWork\.afterwards\.(on|note|share)\./,
  /^channelWork\.(patienceLaw|workLaw)\.(laws|note)\./,
  /^channelWork\.leftOut\./,
  /^contactReasons\.(ways|times\.(on|caption|head))\./,
  /^channelWork\.bunching\.(kinds|note)\./,
  /^channelWork\.lines\.(rules|routingNote)\./,
  /^channelWork\.presence\.shiftEnds\./,
  /^shifts\.problem\./,
  /^channels\.(agentTurn|customerTurn|reach|containment|resolution|recontact)$/,
  /^demand\.(delimiters|decimals|dateOrders|layouts|handleTimeKinds|handleTimeUnits|duplicateRules|missingRules|roles|formulaIssue|refusal|models|note|horizons)\./,
  /^history\.(finding|rejection|fileIssue)\./,
  /^charts\./,
  /^explain\.(definition|formulaOf|modelOf)\./,
  /^shell\.(saved|saving|failed|light|dark|system)$/,
  /^staffing\.(workload|erlang[AC]|used|exact|simulation)$/,
  /^closer\.(agent|models|levels|numbers)$/,
  /^closer\.(warning|definition|formulaOfModel|definitionOf|formulaOf)\./,
  /^closer\.(changeOf|measureOf|effect(Title|Amount|Part|What|By|Term)|changedFrom)\./,
  /^staffing\.rung\./,
  /^cost\.driver\./,
  /^simulation\.(status|cannot|leftOut)\./,
  /^simulation\.perCustomer\.(customers|served|servedAtFirstAttempt|attempts|channels|transfers|transfersHandled|gaveUp|leftByBot|timeToResolution|effort)$/,
  /^simulation\.journey\.(source|fate|next)\./,
  /^compare\.(field|figure|paired\.(status|says)|kind)\./,
  /^compare\.paired\.(better|worse|cheaper|dearer)$/,
  /^flippedCustomers\.ending\./,
  /^playedLog\.toThe\./,
  /^reasonResults\.between\.levelHead\./,
  /^work\.dayList\.(effects|refusals|replaced|there|repeated)/,
  /^work\.(adjustKinds|aheadModels|historyPer|historyAxis|zoomTo|cleanKinds|cleanChoice|cleanOpen|specialKinds|smallCountsVerdict)\./,
];

type Leaf = { readonly path: string; readonly value: unknown };

function leaves(node: object, path = ''): Leaf[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const here = path ? `${path}.${key}` : key;
    return typeof value === 'object' && value !== null ? leaves(value, here) : [{ path: here, value }];
  });
}

/** What a message says, with each parameter replaced by a mark. */
function said(value: unknown): string {
  if (typeof value !== 'function') return String(value);
  const marks = Array.from({ length: value.length }, () => '2');
  return String(Reflect.apply(value, undefined, marks));
}

const source = readdirSync(ui, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('i18n'))
  .map((file) => readFileSync(join(ui, file), 'utf8'))
  .join('\n');

describe('catalogue', () => {
  it('has the same keys in both languages, none of them empty', () => {
    const keys = (catalogue: object) => leaves(catalogue).map(({ path }) => path);
    expect(keys(fr).toSorted()).toEqual(keys(en).toSorted());
    expect([...leaves(en), ...leaves(fr)].filter(({ value }) => value === '')).toEqual([]);
  });

  it('uses every message', { tags: 'slow' }, () => {
    const unused = leaves(en)
      .map(({ path }) => path)
      .filter((path) => !COMPUTED.some((section) => section.test(path)))
      .filter((path) => !new RegExp(`\\.${path.split('.').at(-1) ?? ''}\\b`).test(source));
    expect(unused).toEqual([]);
  });

  it('sets French marks with a narrow no-break space and curly apostrophes', () => {
    const wrong = leaves(fr)
      .map(({ path, value }) => ({ path, text: said(value) }))
      .filter(({ text }) => /[^\u202F][;!?%]|[^\u202F\d]:(?!\d)|'| »|« /.test(text));
    expect(wrong).toEqual([]);
  });
});
