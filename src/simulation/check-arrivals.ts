/** Arrivals: rates or instants that a run can bear. */
import type { IssueList } from './check-fields.ts';
import {
  type Arrivals,
  type CustomerClass,
  MOST_CONTACTS_PER_REPLICATION,
  type SimulationModel,
} from './model.ts';

export function checkArrivals(
  model: SimulationModel,
  c: CustomerClass,
  path: string,
  issues: IssueList,
): void {
  const { arrivals } = c;
  if (arrivals === undefined) return;
  const at = `${path}.arrivals`;
  if (!issues.object(at, arrivals)) return;
  if (arrivals.kind === 'instants') {
    checkInstants(model, arrivals, at, issues);
    return;
  }
  if (!issues.optionalChoice(`${at}.kind`, arrivals.kind ?? null, ['rates', 'instants'])) return;
  issues.optionalNumber(`${at}.dayFactorCv`, arrivals.dayFactorCv, { least: 0, most: 5 });
  issues.optionalNumber(`${at}.levelFactorCv`, arrivals.levelFactorCv, { least: 0, most: 5 });
  issues.optionalNumber(`${at}.intervalFactorCv`, arrivals.intervalFactorCv, { least: 0, most: 5 });
  issues.optionalNumber(`${at}.intervalFactorCorrelation`, arrivals.intervalFactorCorrelation, {
    least: 0,
    most: 0.999999,
  });
  const { batch } = arrivals;
  if (batch !== undefined && issues.object(`${at}.batch`, batch)) {
    if (batch.kind === 'constant')
      issues.number(`${at}.batch.size`, batch.size, { least: 1, most: 1e6, whole: true });
    else if (issues.optionalChoice(`${at}.batch.kind`, batch.kind ?? null, ['constant', 'geometric']))
      issues.number(`${at}.batch.mean`, batch.mean, { least: 1, most: 1e6 });
  }
  if (!issues.perInterval(`${at}.contactsPerHour`, arrivals.contactsPerHour, model, { least: 0 })) return;
  const expected =
    (arrivals.contactsPerHour.reduce((sum, rate) => sum + rate, 0) * model.horizon.intervalSeconds +
      (arrivals.contactsPerHour[0] ?? 0) * (model.horizon.warmUp ?? 0)) /
    3600;
  if (expected > MOST_CONTACTS_PER_REPLICATION)
    issues.add(
      `${at}.contactsPerHour`,
      'tooMany',
      `about ${expected.toExponential(1)} contacts in one replication`,
      `at most ${MOST_CONTACTS_PER_REPLICATION} contacts per replication`,
    );
}

type Instants = Extract<Arrivals, { kind: 'instants' }>;

/** The first wrong entry of each list: the others may all follow from it. */
function checkInstants(
  { horizon }: SimulationModel,
  { at: instants, until, handleTimes }: Instants,
  path: string,
  issues: IssueList,
): void {
  if (!issues.list(`${path}.at`, instants, 0, MOST_CONTACTS_PER_REPLICATION)) return;
  const end = horizon.intervals * horizon.intervalSeconds;
  const { length } = instants;
  let before = -(horizon.warmUp ?? 0);
  const wrong = instants.findIndex((instant) => {
    const fine = typeof instant === 'number' && instant >= before && instant <= end;
    before = instant;
    return !fine;
  });
  if (wrong >= 0) {
    const least = wrong === 0 ? -(horizon.warmUp ?? 0) : instants[wrong - 1];
    issues.number(`${path}.at[${wrong}]`, instants[wrong], { least: least ?? 0, most: end });
    return;
  }
  if (until !== undefined && issues.list(`${path}.until`, until, length, length))
    until.every((last, i) => {
      const [own, next] = [instants[i] ?? 0, instants[i + 1] ?? end];
      if (next === own) {
        if (last === until[i + 1]) return true;
        issues.add(`${path}.until[${i}]`, 'number', `is ${last}`, `as of the next contact with the same at`);
        return false;
      }
      return issues.number(`${path}.until[${i}]`, last, { least: own, most: next });
    });
  if (handleTimes !== undefined && issues.list(`${path}.handleTimes`, handleTimes, length, length))
    handleTimes.every(
      (seconds, i) =>
        seconds === null || issues.number(`${path}.handleTimes[${i}]`, seconds, { least: 0, most: 1e9 }),
    );
}
