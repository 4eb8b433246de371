/**
 * How busy a replication as a whole, each day and each interval of it is, beyond what the rates say.
 *
 * Gamma factors with mean 1, tied between classes by a Gaussian copula with one common correlation
 * (but for the level of a replication, which is each class's own) and, for interval factors, from one interval to the next by an autoregression on the normal scores.
 *
 * Reference: Oreshkin, Regnard & L'Ecuyer (2016), "Rate-based daily arrival process models with
 * application to call centers", Operations Research 64(2).
 */
import { gammaQuantile, gammaShape } from '../numeric/gamma-quantile.ts';
import { fillNormal } from '../random/fill.ts';
import { createStream } from '../random/streams.ts';
import {
  CLASS_DAY_FACTOR,
  CLASS_INTERVAL_FACTOR,
  classStream,
  levelStream,
  STREAM_DAY_FACTOR,
  STREAM_INTERVAL_FACTOR,
} from './arrival-source.ts';
import type { CompiledClass, CompiledModel } from './compile.ts';
import { normalCumulative } from '../numeric/normal-cumulative.ts';

/** One factor per interval for each class; null for a class without. */
export function drawFactors(compiled: CompiledModel, replicationStart: Int32Array): (Float64Array | null)[] {
  const { classes, days, intervals, dayOf, factorCorrelation } = compiled;
  const swings = (c: CompiledClass) => c.levelFactorCv > 0 || c.dayFactorCv > 0 || c.intervalFactorCv > 0;
  if (!classes.some(swings)) return classes.map(() => null);
  const common = Math.sqrt(factorCorrelation);
  const own = Math.sqrt(1 - factorCorrelation);
  const normals = (purpose: number, count: number) => {
    const out = new Float64Array(count);
    fillNormal(createStream(replicationStart, purpose), out, count);
    return out;
  };
  const level = new Float64Array(1);
  const dayCommon = normals(STREAM_DAY_FACTOR, days);
  const intervalCommon = normals(STREAM_INTERVAL_FACTOR, intervals);
  return classes.map((c) => {
    if (!swings(c)) return null;
    const factors = new Float64Array(intervals).fill(1);
    if (c.levelFactorCv > 0) {
      fillNormal(createStream(replicationStart, levelStream(c.stream)), level, 1);
      factors.fill(gammaFactor(level[0]!, c.levelFactorCv));
    }
    if (c.dayFactorCv > 0) {
      const mine = normals(classStream(c.stream, CLASS_DAY_FACTOR), days);
      const byDay = mine.map((z, day) => gammaFactor(common * dayCommon[day]! + own * z, c.dayFactorCv));
      for (let i = 0; i < intervals; i++) factors[i]! *= byDay[dayOf[i]!]!;
    }
    if (c.intervalFactorCv > 0) {
      const mine = normals(classStream(c.stream, CLASS_INTERVAL_FACTOR), intervals);
      const memory = c.intervalFactorCorrelation;
      const fresh = Math.sqrt(1 - memory * memory);
      let score = 0;
      for (let i = 0; i < intervals; i++) {
        const shock = common * intervalCommon[i]! + own * mine[i]!;
        score = i === 0 ? shock : memory * score + fresh * shock;
        factors[i]! *= gammaFactor(score, c.intervalFactorCv);
      }
    }
    return factors;
  });
}

function gammaFactor(score: number, cv: number): number {
  const shape = gammaShape(cv);
  return gammaQuantile(shape, normalCumulative(score)) / shape;
}
