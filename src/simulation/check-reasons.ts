/** Reasons why customers come: shares that add up, and nothing about what the class does not have. */
import { checkDistribution, checkPatience } from './check-distribution.ts';
import type { IssueList } from './check-fields.ts';
import { checkFollowUps } from './check-journeys.ts';
import {
  type ContactReason,
  type CustomerClass,
  MOST_REASONS,
  type SimulationModel,
  type Skill,
} from './model.ts';

export function checkReasons(
  model: SimulationModel,
  c: CustomerClass,
  path: string,
  classIds: ReadonlySet<string>,
  issues: IssueList,
): void {
  const { reasons, arrivals } = c;
  const known = new Set<string>();
  if (reasons !== undefined) {
    const at = `${path}.reasons`;
    if (!issues.list(at, reasons, 1, MOST_REASONS)) return;
    const before = issues.found.length;
    reasons.forEach((reason, r) => {
      if (!issues.object(`${at}[${r}]`, reason)) return;
      if (typeof reason.id !== 'string' || reason.id === '')
        issues.add(`${at}[${r}].id`, 'text', 'an id is a text', 'a text');
      else if (known.has(reason.id))
        issues.add(`${at}[${r}].id`, 'duplicate', `the id "${reason.id}" is used twice`);
      else known.add(reason.id);
      checkReason(model, c, reason, `${at}[${r}]`, classIds, issues);
    });
    if (issues.found.length === before) checkShares(model, reasons, at, issues);
  }
  if (arrivals?.kind !== 'instants' || arrivals.reasons === undefined || !Array.isArray(arrivals.at)) return;
  const at = `${path}.arrivals.reasons`;
  const { length } = arrivals.at;
  if (issues.list(at, arrivals.reasons, length, length))
    arrivals.reasons.every((id, i) => id === null || issues.reference(`${at}[${i}]`, id, known));
}

function checkReason(
  model: SimulationModel,
  c: CustomerClass,
  reason: ContactReason,
  path: string,
  classIds: ReadonlySet<string>,
  issues: IssueList,
): void {
  const share = { least: 0, most: 1 };
  if (typeof reason.share === 'number') issues.number(`${path}.share`, reason.share, share);
  else issues.perInterval(`${path}.share`, reason.share, model, share);
  if (reason.handleTime !== undefined) checkDistribution(`${path}.handleTime`, reason.handleTime, issues);
  if (reason.patience !== undefined) checkPatience(`${path}.patience`, reason.patience, issues);
  checkFollowUps(reason.followUps, `${path}.followUps`, classIds, issues);
  if (reason.bot === undefined || !issues.object(`${path}.bot`, reason.bot)) return;
  if (!c.bot) issues.add(`${path}.bot`, 'contradiction', 'the class has no bot', 'a class with a bot');
  for (const name of ['reach', 'containment', 'resolution', 'recontact'] as const)
    issues.optionalNumber(`${path}.bot.${name}`, reason.bot[name], share);
  issues.optionalNumber(`${path}.bot.handoverHandleTimeFactor`, reason.bot.handoverHandleTimeFactor, {
    above: 0,
    most: 1e4,
  });
}

function checkShares(
  { horizon }: SimulationModel,
  reasons: readonly ContactReason[],
  path: string,
  issues: IssueList,
): void {
  const rows = reasons.every(({ share }) => typeof share === 'number') ? 1 : horizon.intervals;
  for (let i = 0; i < rows; i++) {
    const sum = reasons.reduce((all, { share }) => all + (typeof share === 'number' ? share : share[i]!), 0);
    if (Math.abs(sum - 1) <= 1e-6) continue;
    const where = rows === 1 ? '' : ` in interval ${i}`;
    issues.add(path, 'sum', `the shares sum to ${sum}${where}`, 'shares that sum to 1');
    return;
  }
}

/** A group's own handle times of single reasons. */
export function checkSkillReasons(
  model: SimulationModel,
  skill: Skill,
  path: string,
  issues: IssueList,
): void {
  if (skill.reasons === undefined || !issues.list(`${path}.reasons`, skill.reasons, 0, MOST_REASONS)) return;
  const reasons = model.classes.find((c) => c?.id === skill.class)?.reasons;
  const known = new Set(Array.isArray(reasons) ? reasons.map((reason: ContactReason) => reason?.id) : []);
  skill.reasons.forEach((own, k) => {
    const at = `${path}.reasons[${k}]`;
    if (!issues.object(at, own)) return;
    issues.reference(`${at}.reason`, own.reason, known);
    checkDistribution(`${at}.handleTime`, own.handleTime, issues);
    if (skill.reasons?.findIndex((other) => other?.reason === own.reason) !== k)
      issues.add(`${at}.reason`, 'duplicate', `"${own.reason}" is there twice`);
  });
}
