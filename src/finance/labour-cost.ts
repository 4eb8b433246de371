/**
 * From agents on the floor to paid hours, full-time equivalents and money.
 *
 * Shrinkage is a divisor: of every paid hour the share `shrinkage` (leave, training, meetings,
 * sickness known beforehand) is not on the floor, so paid = floor / (1 − shrinkage), never
 * floor × (1 + shrinkage). Absence is unplanned and on top of it: of the hours scheduled that share is paid
 * without anybody there, so scheduled = floor / (1 − absence) and paid = scheduled / (1 − shrinkage).
 */
import { DomainError } from '../errors.ts';
import type { Money, Share } from '../units.ts';

export type LabourTerms = {
  readonly shrinkage: Share;
  /** Of scheduled hours, where nobody comes; default 0. */
  readonly absence?: Share;
  /** Money per paid hour. */
  readonly hourlyCost: Money;
  /** Paid hours of one full-time equivalent per week. */
  readonly hoursPerFte: number;
};

export type LabourFigures = {
  /** Hours on the floor, of those who come. */
  readonly floorHours: number;
  /** Hours scheduled on the floor of those who do not. */
  readonly absentHours: number;
  /** Paid hours: scheduled hours / (1 − shrinkage). */
  readonly paidHours: number;
  /** Full-time equivalents: paid hours per week / hours of one FTE. */
  readonly fte: number;
  readonly cost: Money;
};

/**
 * Labour for `floorHours` worked on the floor over `days` days; `fte` is per week of 7 days.
 *
 * @throws {DomainError} unless shrinkage and absence are in [0, 1), hours and days are positive
 * @example labourFor(70, 7, { shrinkage: 0.3, hourlyCost: 20, hoursPerFte: 35 }).paidHours // 100
 */
export function labourFor(floorHours: number, days: number, terms: LabourTerms): LabourFigures {
  const { shrinkage, absence = 0, hourlyCost, hoursPerFte } = terms;
  if (!(floorHours >= 0)) throw new DomainError('labourFor', 'floorHours', floorHours, 'at least 0');
  if (!(days > 0)) throw new DomainError('labourFor', 'days', days, 'above 0');
  if (!(shrinkage >= 0 && shrinkage < 1)) {
    throw new DomainError('labourFor', 'shrinkage', shrinkage, 'in [0, 1)');
  }
  if (!(absence >= 0 && absence < 1)) throw new DomainError('labourFor', 'absence', absence, 'in [0, 1)');
  if (!(hoursPerFte > 0)) throw new DomainError('labourFor', 'hoursPerFte', hoursPerFte, 'above 0');
  const scheduled = floorHours / (1 - absence);
  const paidHours = scheduled / (1 - shrinkage);
  return {
    floorHours,
    absentHours: scheduled - floorHours,
    paidHours,
    fte: ((paidHours / days) * 7) / hoursPerFte,
    cost: paidHours * hourlyCost,
  };
}

/** The sum of several groups' labour. */
export function totalLabour(parts: readonly LabourFigures[]): LabourFigures {
  const sum = (pick: (part: LabourFigures) => number): number => parts.reduce((s, part) => s + pick(part), 0);
  return {
    floorHours: sum((part) => part.floorHours),
    absentHours: sum((part) => part.absentHours),
    paidHours: sum((part) => part.paidHours),
    fte: sum((part) => part.fte),
    cost: sum((part) => part.cost),
  };
}
