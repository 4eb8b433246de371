/** Distributions and patience: every parameter within what the family allows. */
import type { IssueList } from './check-fields.ts';
import type { Distribution, Patience } from './model.ts';

export function checkDistribution(path: string, d: Distribution, issues: IssueList): void {
  if (!issues.object(path, d)) return;
  const seconds = { above: 0, most: 1e9 };
  switch (d.kind) {
    case 'constant':
      issues.number(`${path}.value`, d.value, { least: 0, most: 1e9 });
      return;
    case 'exponential':
      issues.number(`${path}.mean`, d.mean, seconds);
      return;
    case 'lognormal':
    case 'gamma':
      issues.number(`${path}.mean`, d.mean, seconds);
      issues.number(`${path}.cv`, d.cv, { above: d.kind === 'gamma' ? 0 : -1e-300, most: 20 });
      return;
    case 'weibull':
      issues.number(`${path}.mean`, d.mean, seconds);
      issues.number(`${path}.shape`, d.shape, { least: 0.1, most: 100 });
      return;
    case 'hyperexponential': {
      if (!issues.objects(`${path}.branches`, d.branches, 1, 100)) return;
      let sum = 0;
      d.branches.forEach((branch, i) => {
        issues.number(`${path}.branches[${i}].share`, branch.share, { least: 0, most: 1 });
        issues.number(`${path}.branches[${i}].mean`, branch.mean, seconds);
        sum += branch.share;
      });
      if (Math.abs(sum - 1) > 1e-9)
        issues.add(`${path}.branches`, 'sum', `the shares sum to ${sum}`, 'shares that sum to 1');
      return;
    }
    case 'empirical':
      if (issues.list(`${path}.values`, d.values, 1, 1_000_000))
        d.values.every((value, i) => issues.number(`${path}.values[${i}]`, value, { least: 0, most: 1e9 }));
      return;
    default:
      issues.optionalChoice(`${path}.kind`, (d as { kind?: unknown }).kind ?? null, [
        'constant',
        'exponential',
        'lognormal',
        'gamma',
        'weibull',
        'hyperexponential',
        'empirical',
      ]);
  }
}

export function checkPatience(path: string, patience: Patience, issues: IssueList): void {
  if (!issues.object(path, patience) || !issues.object(`${path}.distribution`, patience.distribution)) return;
  issues.optionalNumber(`${path}.leavesAtOnce`, patience.leavesAtOnce, { least: 0, most: 1 });
  const { distribution } = patience;
  if (distribution.kind !== 'hazard') {
    checkDistribution(`${path}.distribution`, distribution, issues);
    return;
  }
  if (!issues.objects(`${path}.distribution.pieces`, distribution.pieces, 1, 10_000)) return;
  distribution.pieces.forEach((piece, i) => {
    const at = `${path}.distribution.pieces[${i}]`;
    const before = i === 0 ? undefined : distribution.pieces[i - 1]?.from;
    issues.number(`${at}.from`, piece.from, before === undefined ? { least: 0, most: 0 } : { above: before });
    issues.number(`${at}.perHour`, piece.perHour, { least: 0 });
  });
}
