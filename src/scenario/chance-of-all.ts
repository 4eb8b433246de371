/**
 * The chance that every channel meets its targets in the same week.
 *
 * A day that is busy on the phone is busy in chat: the normal scores of the channels' day factors are
 * correlated by the scenario's `busynessCorrelation` ρ, as in the simulation. A channel's margin to its
 * scarcest target is taken as normal (target-chance.ts); the part of it that goes straight with the
 * score shares ρ with the other channels, the part around that line ρ² (Mehler's expansion). So the
 * margins are normal with a common factor, and given that factor the channels are independent:
 *
 *   P = ∫ φ(x) Π Φ((z_c + λ_c x) / √(1 − λ_c²)) dx,   z_c = Φ⁻¹(chance of channel c)
 *
 * λ_c adds up the days along the direction common to all channels. Channels that wait in one pooled line
 * meet their targets together, or not: the scarcest one stands for the line.
 *
 * Leaves out what channels share besides how busy a day is: agents lent to one another, and contacts
 * that a bot hands over.
 *
 * Reference: Dunnett & Sobel (1955), Biometrika 42, for the integral; Kibble (1945), "An extension of a
 * theorem of Mehler's on Hermite polynomials", for the correlation of functions of normal scores.
 */
import { normalCumulative } from '../numeric/normal-cumulative.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import type { Probability, Share } from '../units.ts';
import type { ChannelAnalysis } from './analysis.ts';

type Margin = Pick<ChannelAnalysis, 'chance' | 'daySwings'>;

/** Of the trapezoidal rule over ±7 deviations: exact to 1e-11 for factors as smooth as these. */
const STEP = 0.1;
const REACH = 7;
/** A margin that only the common factor decides would be a jump; this is steep enough. */
const LARGEST_LOADING = 0.998;

/**
 * @param pools for each channel the line it waits in, by the channels that share it
 * @param correlation of the day factors' normal scores between channels
 */
export function chanceOfAll(
  channels: readonly Margin[],
  pools: readonly { readonly members: readonly number[] }[],
  correlation: Share,
): Probability {
  const lines = channels.flatMap((channel, c): Margin[] => {
    const members = pools[c]?.members ?? [c];
    if (members[0] !== c) return [];
    return [
      members.reduce((least, k) => {
        const other = channels[k];
        return other && other.chance < least.chance ? other : least;
      }, channel),
    ];
  });
  if (lines.some(({ chance }) => chance === 0)) return 0;
  // Who is certain to meet his targets takes no part in it.
  const uncertain = lines.filter(({ chance }) => chance < 1);
  const loadings = commonLoadings(uncertain, correlation);
  const independent = uncertain.reduce((product, { chance }) => product * chance, 1);
  if (uncertain.length < 2 || loadings.every((loading) => loading === 0)) return independent;
  const scores = uncertain.map(({ chance }) => normalQuantile(chance));
  const own = loadings.map((loading) => Math.sqrt(1 - loading * loading));
  let sum = 0;
  for (let x = -REACH; x <= REACH; x += STEP) {
    let all = Math.exp((-x * x) / 2);
    for (let c = 0; c < scores.length; c++) {
      all *= normalCumulative((scores[c]! + loadings[c]! * x) / own[c]!);
    }
    sum += all;
  }
  return Math.min(1, (sum * STEP) / Math.sqrt(2 * Math.PI));
}

/** How much of each margin, as a deviation of 1, goes with the factor common to all. */
function commonLoadings(lines: readonly Margin[], correlation: Share): number[] {
  const byDay = lines.map(({ daySwings }) =>
    daySwings.map(({ linear, curved }) =>
      Math.sqrt(correlation * linear * linear + correlation * correlation * curved * curved),
    ),
  );
  const days = byDay.reduce((most, row) => Math.max(most, row.length), 0);
  const direction = Array.from({ length: days }, (_, day) =>
    byDay.reduce((sum, row) => sum + (row[day] ?? 0), 0),
  );
  const length = Math.sqrt(direction.reduce((sum, part) => sum + part * part, 0));
  if (length === 0) return lines.map(() => 0);
  return byDay.map((row) =>
    Math.min(
      LARGEST_LOADING,
      row.reduce((sum, part, day) => sum + (part * (direction[day] ?? 0)) / length, 0),
    ),
  );
}
