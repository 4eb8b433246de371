/** What stands behind the figures of the closer looks: rungs of the ladder, definitions, assurance. */
import type { Axis } from '../../../scenario/axis.ts';
import type { DefinedLevel } from '../../../scenario/level-definitions.ts';
import type { Explanation } from '../../inputs/explain.tsx';
import { REFERENCES } from '../../references.ts';
import { clockOf, queueInputs, targetsInput, type AboutInterval } from './explain-interval.ts';
import type { Rung } from './ladder.ts';

/** A model of the ladder as such: what it takes for granted, and why it is unfit here. */
export function explainRung(rung: Rung, about: AboutInterval): Explanation {
  const { t, f, c, figures, interval, axis } = about;
  const { model, agents, level } = rung;
  const worked =
    model === 'workload'
      ? `${f.count(figures.offered[interval])} × ${f.seconds(figures.handleTime)} ÷ ${f.seconds(axis.intervalSeconds)} = ${f.number(agents, 1)}`
      : [
          level && c.workedLevel(f.agents(figures.planned[interval]), f.share(level.value)),
          agents !== null && c.workedNeed(f.agents(agents)),
        ]
          .filter(Boolean)
          .join(' · ');
  return {
    ...behind(rung, about),
    term: t.staffing[model],
    definition: t.staffing.rung[model].definition,
    formula: formulaOf(model, about),
    worked,
  };
}

function formulaOf(model: Rung['model'], { c, figures }: AboutInterval): string {
  return model === 'exact' && figures.model === 'conversation' ? c.formulaTalkDay : c.formulaOfModel[model];
}

export type RungFigure = 'agents' | 'gap' | 'hours' | 'level' | 'reply' | 'lost';

/** One figure of a rung; the rung has it. */
export function explainRungFigure(figure: RungFigure, rung: Rung, about: AboutInterval): Explanation {
  const { t, f, c, figures, interval } = about;
  const { model, agents, gap, hours, level, reply, lost } = rung;
  const load = model === 'workload' && figure === 'agents';
  const worked: Record<RungFigure, string> = {
    agents: load ? (explainRung(rung, about).worked ?? '') : `n = ${f.agents(agents)}`,
    gap: `${f.agents(agents)} − ${f.agents(figures.required[interval])} = ${f.agents(gap, true)}`,
    hours: f.count(hours),
    level: level ? c.workedLevel(f.agents(figures.planned[interval]), f.share(level.value, 1)) : '',
    reply: c.workedLevel(f.agents(figures.planned[interval]), f.duration(reply)),
    lost: c.workedLevel(f.agents(figures.planned[interval]), f.share(lost?.value, 1)),
  };
  return {
    ...behind(rung, about),
    term: `${t.staffing[model]}, ${c.figure[figure]}, ${clockOf(about)}`,
    definition: load ? t.staffing.rung.workload.definition : c.figureOf[figure],
    formula: load || figure === 'level' ? formulaOf(model, about) : c.figureFormula[figure],
    worked: worked[figure],
  };
}

/** Agent hours of the plan on the day. */
export function explainPlannedHours(hours: number | null, about: AboutInterval): Explanation {
  const { t, f, c, axis } = about;
  return {
    term: `${t.staffing.plannedRow}, ${c.figure.hours}`,
    definition: c.definitionOf.planned,
    formula: c.figureFormula.hours,
    worked: f.count(hours),
    inputs: [[c.interval, f.limit(axis.intervalSeconds)]],
  };
}

function behind(
  { model, warnings }: Rung,
  about: AboutInterval,
): Pick<Explanation, 'inputs' | 'model' | 'reference'> {
  const { t, c, figures } = about;
  const { assumes } = t.staffing.rung[model];
  return {
    inputs: [...queueInputs(about), targetsInput(about)],
    model: [assumes, ...warnings.map((warning) => c.warning[warning])].join(' '),
    reference: REFERENCES[model !== 'used' ? model : figures.beside ? 'crew' : figures.model],
  };
}

/** Agents that a promise in another definition would take. */
export function explainNeed(
  { definition }: DefinedLevel,
  required: number | null,
  share: number,
  threshold: number,
  about: AboutInterval,
): Explanation {
  const { t, f, c, figures } = about;
  const { name, formula } = c.definition[definition];
  return {
    term: `${c.needHead}, ${name}, ${clockOf(about)}`,
    definition: c.needOf,
    formula: c.formulaOf.required,
    worked: `n = ${f.agents(required)}`,
    inputs: [
      [c.level, `${formula} ≥ ${f.share(share)}`],
      [c.threshold, f.limit(threshold)],
      ...queueInputs(about),
    ],
    model: t.explain.modelOf[figures.model],
    reference: REFERENCES[figures.model],
  };
}

/** Paid hours that an assurance takes. */
export function explainAssurance(
  assurance: number,
  paidHours: number,
  { t, f, c, figures, channel }: Pick<AboutInterval, 't' | 'f' | 'c' | 'figures' | 'channel'>,
  shrinkage: number,
): Explanation {
  return {
    term: `${c.assuranceCost}, ${f.share(assurance)}`,
    definition: c.assuranceWhat,
    formula: c.assuranceFormula,
    worked: `${f.share(assurance)} → ${f.count(paidHours)}`,
    inputs: [
      [c.swing, f.share(channel.demand.dayFactorCv)],
      ...(channel.demand.levelCv === undefined
        ? []
        : [[t.demand.level, f.share(channel.demand.levelCv)] as const]),
      [c.shrinkage, f.share(shrinkage)],
      [c.aht, f.seconds(figures.handleTime)],
      targetsInput({ t, f, c, figures }),
    ],
    model: t.explain.modelOf[figures.model],
    reference: REFERENCES.dayFactor,
  };
}

/** The interval of the axis at a slot of the wall clock; of an hour that happens twice the first. */
export function intervalAt(axis: Axis, day: number, slot: number): number {
  return axis.intervals.findIndex((place) => place.day === day && place.slot === slot && !place.repeated);
}
