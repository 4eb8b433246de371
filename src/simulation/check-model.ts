/**
 * What is wrong with a model, found before it runs: every contradiction with its path.
 *
 * A model may be written by hand, so nothing is taken for granted beyond its being JSON.
 */
import type { Issue } from '../errors.ts';
import { checkJourneys, checkLoops } from './check-journeys.ts';
import { IssueList } from './check-fields.ts';
import { checkDistribution, checkPatience } from './check-distribution.ts';
import { checkReasons, checkSkillReasons } from './check-reasons.ts';
import { checkStaffing } from './check-staffing.ts';
import { checkArrivals } from './check-arrivals.ts';
import {
  type ClassTargets,
  type CustomerClass,
  MOST_CONTACTS_PER_REPLICATION,
  MOST_STREAMS,
  type SimulationModel,
} from './model.ts';

/** An empty list: the model can run. */
export function checkModel(model: SimulationModel): Issue[] {
  const issues = new IssueList();
  if (!issues.object('$', model)) return issues.found;
  const horizonOk = checkHorizon(model, issues);
  const classesOk = issues.objects('$.classes', model.classes, 1, 4000);
  const groupsOk =
    issues.objects('$.groups', model.groups, 0, 4000) &&
    model.groups
      .map(({ serves }, i) => issues.objects(`$.groups[${i}].serves`, serves, 0, 4000))
      .every(Boolean);
  if (!horizonOk || !classesOk || !groupsOk) return issues.found;
  const classIds = checkIds('$.classes', model.classes, issues);
  const groupIds = checkIds('$.groups', model.groups, issues);
  model.classes.forEach((c, i) => checkClass(model, c, `$.classes[${i}]`, classIds, groupIds, issues));
  checkStreams('$.classes', model.classes, issues);
  checkStreams('$.groups', model.groups, issues);
  model.groups.forEach((group, i) => {
    const path = `$.groups[${i}]`;
    group.serves.forEach((skill, k) => {
      const at = `${path}.serves[${k}]`;
      issues.reference(`${at}.class`, skill.class, classIds);
      issues.optionalNumber(`${at}.speed`, skill.speed, { above: 0, most: 100 });
      issues.optionalNumber(`${at}.priority`, skill.priority, {});
      issues.optionalNumber(`${at}.reserve`, skill.reserve, { least: 0, whole: true });
      if (skill.handleTime !== undefined) checkDistribution(`${at}.handleTime`, skill.handleTime, issues);
      checkSkillReasons(model, skill, at, issues);
      if (group.serves.findIndex((other) => other.class === skill.class) < k)
        issues.add(`${at}.class`, 'duplicate', `the group serves "${skill.class}" twice`);
    });
    issues.optionalChoice(`${path}.takes`, group.takes, ['priority', 'oldest', 'earliestDue']);
    checkStaffing(model, group, path, issues);
  });
  issues.optionalNumber('$.factorCorrelation', model.factorCorrelation, { least: 0, most: 1 });
  if (model.lines !== undefined && issues.objects('$.lines', model.lines, 0, 4000))
    model.lines.forEach((lines, i) => {
      const path = `$.lines[${i}]`;
      issues.number(`${path}.count`, lines.count, { least: 0, whole: true });
      if (issues.list(`${path}.classes`, lines.classes, 1, 4000))
        lines.classes.forEach((id, k) => {
          const at = `${path}.classes[${k}]`;
          issues.reference(at, id, classIds);
          if (
            model.lines?.some(
              (other, o) => o < i && Array.isArray(other.classes) && other.classes.includes(id),
            )
          )
            issues.add(at, 'duplicate', `"${id}" already has lines`);
        });
    });
  if (issues.found.length === 0) {
    checkServed(model, issues);
    checkLoops(model, issues);
  }
  return issues.found;
}

function checkHorizon(model: SimulationModel, issues: IssueList): boolean {
  const { horizon } = model;
  if (!issues.object('$.horizon', horizon)) return false;
  const before = issues.found.length;
  issues.number('$.horizon.intervalSeconds', horizon.intervalSeconds, { above: 0, most: 1e8 });
  issues.number('$.horizon.intervals', horizon.intervals, { least: 1, most: 100_000, whole: true });
  issues.optionalNumber('$.horizon.warmUp', horizon.warmUp, { least: 0, most: 1e8 });
  issues.optionalChoice('$.horizon.atEnd', horizon.atEnd, ['stillWaiting', 'abandon']);
  if (horizon.dayStarts !== undefined && issues.list('$.horizon.dayStarts', horizon.dayStarts, 1, 100_000))
    horizon.dayStarts.forEach((start, i) => {
      const path = `$.horizon.dayStarts[${i}]`;
      const after = i === 0 ? 0 : (horizon.dayStarts?.[i - 1] ?? 0) + 1;
      issues.number(path, start, {
        least: after,
        most: i === 0 ? 0 : horizon.intervals - 1,
        whole: true,
      });
    });
  return issues.found.length === before;
}

function checkIds(path: string, items: readonly { readonly id: string }[], issues: IssueList): Set<string> {
  const ids = new Set<string>();
  items.forEach((item, i) => {
    const at = `${path}[${i}].id`;
    if (typeof item.id !== 'string' || item.id === '') issues.add(at, 'text', 'an id is a text', 'a text');
    else if (ids.has(item.id)) issues.add(at, 'duplicate', `the id "${item.id}" is used twice`);
    else ids.add(item.id);
  });
  return ids;
}

/** Two classes with one number would be the same customers, two groups the same people. */
function checkStreams(path: string, items: readonly { readonly stream?: number }[], issues: IssueList): void {
  const taken = new Set<number>();
  items.forEach((item, i) => {
    const at = `${path}[${i}].stream`;
    if (!issues.optionalNumber(at, item.stream, { least: 0, most: MOST_STREAMS - 1, whole: true })) return;
    const stream = item.stream ?? i;
    if (taken.has(stream)) issues.add(at, 'duplicate', `the stream ${stream} is used twice`);
    taken.add(stream);
  });
}

function checkClass(
  model: SimulationModel,
  c: CustomerClass,
  path: string,
  classIds: ReadonlySet<string>,
  groupIds: ReadonlySet<string>,
  issues: IssueList,
): void {
  checkArrivals(model, c, path, issues);
  checkDistribution(`${path}.handleTime`, c.handleTime, issues);
  issues.optionalPerInterval(`${path}.handleTimeFactor`, c.handleTimeFactor, model, { least: 0, most: 1e4 });
  issues.optionalPerInterval(`${path}.patienceFactor`, c.patienceFactor, model, { least: 0, most: 1e4 });
  issues.optionalNumber(`${path}.afterContact`, c.afterContact, { least: 0, most: 1e7 });
  issues.optionalNumber(`${path}.priority`, c.priority, {});
  if (c.patience !== undefined) checkPatience(`${path}.patience`, c.patience, issues);
  const tiers = c.tiers !== undefined && issues.objects(`${path}.tiers`, c.tiers, 0, 4000) ? c.tiers : [];
  tiers.forEach((tier, i) => {
    const at = `${path}.tiers[${i}]`;
    issues.optionalNumber(`${at}.after`, tier.after, { least: 0 });
    issues.optionalChoice(`${at}.select`, tier.select, [
      'longestIdle',
      'leastLoaded',
      'mostSpecialised',
      'random',
    ]);
    if (!issues.list(`${at}.groups`, tier.groups, 1, 4000)) return;
    tier.groups.forEach((id, k) => {
      const group = issues.reference(`${at}.groups[${k}]`, id, groupIds)
        ? model.groups.find((g) => g.id === id)
        : undefined;
      if (group && !group.serves.some((skill) => skill.class === c.id))
        issues.add(`${at}.groups[${k}]`, 'notServed', `group "${id}" does not serve "${c.id}"`);
    });
  });
  if (c.serviceLevel !== undefined && issues.object(`${path}.serviceLevel`, c.serviceLevel)) {
    issues.number(`${path}.serviceLevel.threshold`, c.serviceLevel.threshold, { least: 0 });
    issues.optionalNumber(`${path}.serviceLevel.shortAbandon`, c.serviceLevel.shortAbandon, { least: 0 });
    issues.optionalChoice(`${path}.serviceLevel.definition`, c.serviceLevel.definition, [
      'offered',
      'answered',
      'excludeAbandonsWithin',
      'creditAbandonsWithin',
      'excludeShortAbandons',
      'virtual',
    ]);
  }
  if (c.targets !== undefined) checkTargets(c.targets, `${path}.targets`, issues);
  if (c.conversation !== undefined && issues.object(`${path}.conversation`, c.conversation)) {
    const { limit, speed } = c.conversation;
    const at = `${path}.conversation`;
    if (
      c.conversation.silentAbandon !== undefined &&
      issues.object(`${at}.silentAbandon`, c.conversation.silentAbandon)
    ) {
      const silent = c.conversation.silentAbandon;
      issues.number(`${at}.silentAbandon.share`, silent.share, { least: 0, most: 1 });
      issues.number(`${at}.silentAbandon.timeOut`, silent.timeOut, { above: 0, most: 1e7 });
    }
    if (c.deferred !== undefined)
      issues.add(at, 'contradiction', 'a class is either held in conversations or deferred, not both');
    if (
      issues.number(`${at}.limit`, limit, { least: 1, most: 50, whole: true }) &&
      issues.object(`${at}.speed`, speed)
    ) {
      if (speed.kind === 'turns') {
        issues.number(`${at}.speed.agentTurn`, speed.agentTurn, { above: 0 });
        issues.number(`${at}.speed.customerTurn`, speed.customerTurn, { least: 0 });
      } else if (
        issues.optionalChoice(`${at}.speed.kind`, speed.kind ?? null, ['turns', 'rates']) &&
        issues.list(`${at}.speed.rates`, speed.rates, limit, limit)
      )
        speed.rates.forEach((rate, i) =>
          issues.number(`${at}.speed.rates[${i}]`, rate, { above: 0, most: 1000 }),
        );
    }
  }
  if (c.deferred !== undefined && issues.object(`${path}.deferred`, c.deferred)) {
    issues.spans(`${path}.deferred.open`, c.deferred.open);
    issues.number(`${path}.deferred.due`, c.deferred.due, { least: 0 });
    issues.optionalChoice(`${path}.deferred.atClose`, c.deferred.atClose, ['pause', 'finish']);
    if (c.open !== undefined)
      issues.add(`${path}.open`, 'contradiction', 'a deferred class has its hours in `deferred.open`');
  } else if (c.open !== undefined) issues.spans(`${path}.open`, c.open);
  checkJourneys(model, c, path, classIds, issues);
  checkReasons(model, c, path, classIds, issues);
  const { waitingAtStart } = c;
  const at = `${path}.waitingAtStart`;
  if (waitingAtStart !== undefined && issues.list(at, waitingAtStart, 0, MOST_CONTACTS_PER_REPLICATION))
    waitingAtStart.every((wait, i) => issues.number(`${at}[${i}]`, wait, { least: 0 }));
}

function checkTargets(targets: ClassTargets, path: string, issues: IssueList): void {
  if (!issues.object(path, targets)) return;
  const share = { least: 0, most: 1 };
  issues.optionalNumber(`${path}.serviceLevel`, targets.serviceLevel, share);
  issues.optionalNumber(`${path}.meanWaitAnswered`, targets.meanWaitAnswered, { least: 0 });
  issues.optionalNumber(`${path}.abandonment`, targets.abandonment, share);
  const { firstResponse } = targets;
  const at = `${path}.firstResponse`;
  if (firstResponse === undefined || !issues.object(at, firstResponse)) return;
  issues.optionalNumber(`${at}.mean`, firstResponse.mean, { least: 0 });
  const { percentile } = firstResponse;
  if (percentile === undefined || !issues.object(`${at}.percentile`, percentile)) return;
  issues.number(`${at}.percentile.share`, percentile.share, { above: 0, ...share });
  issues.number(`${at}.percentile.within`, percentile.within, { least: 0 });
}

/** Classes that contacts start in, or come to from one of those: by a bot, by a callback, or when a customer comes back. */
function classesReached({ classes }: SimulationModel): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (id: string): void => {
    if (reached.has(id)) return;
    reached.add(id);
    const own = classes.find((c) => c.id === id);
    if (own?.bot?.escalateTo !== undefined) visit(own.bot.escalateTo);
    if (own?.callback && own.callback.accept > 0) visit(own.callback.to);
    const lists = [own, ...(own?.reasons ?? [])].map((one) => one?.followUps ?? []);
    for (const followUp of lists.flat()) visit(followUp.to ?? id);
  };
  for (const { id, arrivals, waitingAtStart = [] } of classes) {
    const starts =
      arrivals?.kind === 'rates'
        ? arrivals.contactsPerHour.some((rate) => rate > 0)
        : (arrivals?.at.length ?? 0) > 0;
    if (starts || waitingAtStart.length > 0) visit(id);
  }
  return reached;
}

/** Every class that contacts reach must have a group to serve it; that nobody of it is ever on duty is a plan like others. */
function checkServed(model: SimulationModel, issues: IssueList): void {
  const reached = classesReached(model);
  model.classes.forEach((c, i) => {
    // What a class's bot hands over may all go elsewhere.
    const behindBot = c.bot?.reach === 1 && c.bot.escalateTo !== undefined && c.bot.escalateTo !== c.id;
    const served = model.groups.some((group) => group.serves.some((skill) => skill.class === c.id));
    if (reached.has(c.id) && !behindBot && !served)
      issues.add(`$.classes[${i}]`, 'notServed', `no group serves "${c.id}"`, 'a group that serves it');
  });
}
