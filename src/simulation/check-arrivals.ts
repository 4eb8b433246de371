/** Arrivals: rates or instants that a run can bear. */
import type { IssueList } from './check-fields.ts';
import { type CustomerClass, MOST_CONTACTS_PER_REPLICATION, type SimulationModel } from './model.ts';

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
    if (!issues.list(`${at}.at`, arrivals.at, 0, MOST_CONTACTS_PER_REPLICATION)) return;
    const end = model.horizon.intervals * model.horizon.intervalSeconds;
    arrivals.at.every((instant, i) =>
      issues.number(`${at}.at[${i}]`, instant, {
        least: i === 0 ? -(model.horizon.warmUp ?? 0) : (arrivals.at[i - 1] ?? 0),
        most: end,
      }),
    );
    const { handleTimes } = arrivals;
    if (handleTimes !== undefined) {
      if (!issues.list(`${at}.handleTimes`, handleTimes, arrivals.at.length, arrivals.at.length)) return;
      handleTimes.every((seconds, i) =>
        issues.number(`${at}.handleTimes[${i}]`, seconds, { least: 0, most: 1e9 }),
      );
    }
    return;
  }
  if (!issues.optionalChoice(`${at}.kind`, arrivals.kind ?? null, ['rates', 'instants'])) return;
  issues.optionalNumber(`${at}.dayFactorCv`, arrivals.dayFactorCv, { least: 0, most: 5 });
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
