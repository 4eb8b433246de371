/** Bots, callbacks and follow-ups: shares that add up, classes that exist, and no way round in circles. */
import { checkDistribution } from './check-distribution.ts';
import type { IssueList } from './check-fields.ts';
import type { CustomerClass, FollowUp, SimulationModel } from './model.ts';

export function checkJourneys(
  model: SimulationModel,
  c: CustomerClass,
  path: string,
  classIds: ReadonlySet<string>,
  issues: IssueList,
): void {
  if (c.bot !== undefined && issues.object(`${path}.bot`, c.bot)) {
    const at = `${path}.bot`;
    for (const name of ['reach', 'containment', 'resolution', 'recontact'] as const)
      issues.number(`${at}.${name}`, c.bot[name], { least: 0, most: 1 });
    checkDistribution(`${at}.recontactDelay`, c.bot.recontactDelay, issues);
    if (c.bot.duration !== undefined) checkDistribution(`${at}.duration`, c.bot.duration, issues);
    if (c.bot.escalateTo !== undefined) issues.reference(`${at}.escalateTo`, c.bot.escalateTo, classIds);
    issues.optionalNumber(`${at}.handoverHandleTimeFactor`, c.bot.handoverHandleTimeFactor, {
      above: 0,
      most: 1e4,
    });
  }
  checkFollowUps(c.followUps, `${path}.followUps`, classIds, issues);
  if (c.callback !== undefined) checkCallback(model, c, `${path}.callback`, classIds, issues);
}

export function checkFollowUps(
  followUps: readonly FollowUp[] | undefined,
  path: string,
  classIds: ReadonlySet<string>,
  issues: IssueList,
): void {
  if (followUps === undefined || !issues.list(path, followUps, 0, 1000)) return;
  followUps.forEach((followUp, i) => {
    const at = `${path}[${i}]`;
    if (!issues.object(at, followUp)) return;
    issues.optionalChoice(`${at}.on`, followUp.on ?? null, ['answered', 'abandoned', 'blocked']);
    issues.number(`${at}.probability`, followUp.probability, { least: 0, most: 1 });
    checkDistribution(`${at}.delay`, followUp.delay, issues);
    if (followUp.to !== undefined) issues.reference(`${at}.to`, followUp.to, classIds);
    issues.optionalNumber(`${at}.most`, followUp.most, { least: 0, most: 4000, whole: true });
    if (followUp.transfer === true && followUp.on !== 'answered')
      issues.add(`${at}.transfer`, 'contradiction', 'agents pass on what they have answered', 'false');
  });
  for (const on of ['answered', 'abandoned', 'blocked']) {
    const sum = followUps.filter((f) => f?.on === on).reduce((s, f) => s + f.probability, 0);
    if (sum > 1 + 1e-9)
      issues.add(
        path,
        'sum',
        `the probabilities after "${on}" sum to ${sum}, which is more than 1`,
        'at most 1 in all',
      );
  }
}

function checkCallback(
  model: SimulationModel,
  { id, callback, deferred }: CustomerClass,
  path: string,
  classIds: ReadonlySet<string>,
  issues: IssueList,
): void {
  if (!issues.object(path, callback) || !callback) return;
  issues.number(`${path}.headWaits`, callback.headWaits, { least: 0 });
  issues.number(`${path}.accept`, callback.accept, { least: 0, most: 1 });
  if (deferred) issues.add(path, 'contradiction', 'who sends deferred work does not wait on the line');
  if (!issues.reference(`${path}.to`, callback.to, classIds)) return;
  if (callback.to === id)
    issues.add(`${path}.to`, 'loop', 'callbacks wait in a class of their own', 'another class');
  else if (model.classes.some((other) => other.id === callback.to && other.callback))
    issues.add(`${path}.to`, 'loop', `"${callback.to}" offers callbacks itself`, 'a class without an offer');
}

/** A customer who certainly comes back at once, for ever, by whatever classes, would stop the clock. */
export function checkLoops(model: SimulationModel, issues: IssueList): void {
  const byId = new Map(model.classes.map((c) => [c.id, c]));
  model.classes.forEach((c, i) =>
    everyFollowUp(c).forEach(({ followUp, path }) => {
      if (!isCertain(followUp)) return;
      let at: CustomerClass | undefined = byId.get(followUp.to ?? c.id);
      // No way round is longer than all classes.
      for (let steps = 1; at !== undefined && at !== c && steps < model.classes.length; steps++) {
        const next = everyFollowUp(at).find(
          (one) => one.followUp.on === followUp.on && isCertain(one.followUp),
        );
        at = next && byId.get(next.followUp.to ?? at.id);
      }
      if (at === c)
        issues.add(
          `$.classes[${i}].${path}`,
          'loop',
          'customers would come back at once, again and again',
          'a probability below 1 or a delay above 0',
        );
    }),
  );
}

/** Of the class and of its reasons, each with its path. */
function everyFollowUp({
  followUps = [],
  reasons = [],
}: CustomerClass): { followUp: FollowUp; path: string }[] {
  return [
    ...followUps.map((followUp, k) => ({ followUp, path: `followUps[${k}]` })),
    ...reasons.flatMap((reason, r) =>
      (reason.followUps ?? []).map((followUp, k) => ({ followUp, path: `reasons[${r}].followUps[${k}]` })),
    ),
  ];
}

const isCertain = ({ probability, delay }: FollowUp): boolean =>
  probability === 1 && delay.kind === 'constant' && delay.value === 0;
