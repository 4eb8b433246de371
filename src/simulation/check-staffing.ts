/** Agents: shifts that make sense, and no more than memory bears. */
import { placesOf } from './agent-slots.ts';
import type { IssueList } from './check-fields.ts';
import type { AgentGroup, SimulationModel } from './model.ts';

/** Beyond this many agents of one group a replication's memory would grow past 100 MB. */
const MOST_AGENTS = 100_000;
/** People of one group's shifts, those of another day counted again: their comings and goings are listed. */
const MOST_PEOPLE = 1_000_000;

export function checkStaffing(
  model: SimulationModel,
  group: AgentGroup,
  path: string,
  issues: IssueList,
): void {
  const at = `${path}.staffing`;
  const { staffing } = group;
  if (!issues.object(at, staffing)) return;
  if (staffing.kind === 'counts') {
    issues.perInterval(`${at}.agents`, staffing.agents, model, { least: 0, most: MOST_AGENTS, whole: true });
    issues.optionalChoice(`${at}.shiftEnd`, staffing.shiftEnd, ['named', 'pooled', 'preemptive']);
    const conversation = model.classes.find(
      (c) => c.conversation && group.serves.some((skill) => skill.class === c.id),
    );
    if (conversation && (staffing.shiftEnd ?? 'named') !== 'named')
      issues.add(
        `${at}.shiftEnd`,
        'contradiction',
        `is ${staffing.shiftEnd}, but the group holds conversations ("${conversation.id}")`,
        'named',
      );
    return;
  }
  if (!issues.optionalChoice(`${at}.kind`, staffing.kind ?? null, ['counts', 'shifts'])) return;
  if (!issues.objects(`${at}.shifts`, staffing.shifts, 0, MOST_AGENTS)) return;
  let people = 0;
  const sound = staffing.shifts.map((shift, i) => {
    const shiftPath = `${at}.shifts[${i}]`;
    people += shift.agents ?? 1;
    return [
      issues.spans(`${shiftPath}.stretches`, shift.stretches),
      issues.optionalNumber(`${shiftPath}.agents`, shift.agents, {
        least: 0,
        most: MOST_AGENTS,
        whole: true,
      }),
      issues.optionalNumber(`${shiftPath}.speed`, shift.speed, { above: 0, most: 100 }),
      issues.optionalNumber(`${shiftPath}.lastContact`, shift.lastContact, { least: 0 }),
      issues.optionalNumber(`${shiftPath}.absence`, shift.absence, { least: 0, most: 1 }),
    ].every(Boolean);
  });
  if (!sound.every(Boolean)) return;
  if (people > MOST_PEOPLE) {
    issues.add(
      `${at}.shifts`,
      'tooMany',
      `${people} agents in one group, those of each shift counted`,
      `at most ${MOST_PEOPLE}`,
    );
    return;
  }
  const { count } = placesOf(staffing.shifts);
  if (count > MOST_AGENTS)
    issues.add(`${at}.shifts`, 'tooMany', `${count} agents in one group`, `at most ${MOST_AGENTS}`);
}
