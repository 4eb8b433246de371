/**
 * The exponential of a matrix as a sum of five resolvents: the Padé approximation [4/5].
 *
 *     e^z ≈ Σ c / (z_k − z),    (e^z − 1)/z ≈ Σ (c / z_k) / (z_k − z)
 *
 * Order 9, L-stable, and every pole lies in the right half-plane, so each resolvent of a Markov
 * generator is a harmless (sub)stochastic one. Approximations made for the negative axis alone have
 * poles on the left and lose all digits when a chain starts far from its steady state.
 *
 * The second sum uses the same resolvents, which gives the time integral for nothing. One pole is
 * real and two stand for conjugate pairs, whose weights are doubled here so that the real part is
 * the pair's sum.
 *
 * Reference: Hairer & Wanner (1996), "Solving Ordinary Differential Equations II", IV.3. Poles and
 * residues from 50-digit arithmetic; the test checks the ten order conditions.
 */
export const REAL_POLE = 6.286704751729276;
export const REAL_WEIGHT = 273.3432894659219;
export const POLE_1_RE = 5.700953298671789;
export const POLE_1_IM = 3.21026560030855;
export const WEIGHT_1_RE = 2 * -149.99844659754692;
export const WEIGHT_1_IM = 2 * -68.04227952202268;
export const POLE_2_RE = 3.655694325463572;
export const POLE_2_IM = 6.543736899360078;
export const WEIGHT_2_RE = 2 * 15.826801864585958;
export const WEIGHT_2_IM = 2 * 24.12564578224438;

/** Weight over pole, for the integral. */
export const REAL_INTEGRAL = REAL_WEIGHT / REAL_POLE;
const SQUARE_1 = POLE_1_RE * POLE_1_RE + POLE_1_IM * POLE_1_IM;
const SQUARE_2 = POLE_2_RE * POLE_2_RE + POLE_2_IM * POLE_2_IM;
export const INTEGRAL_1_RE = (WEIGHT_1_RE * POLE_1_RE + WEIGHT_1_IM * POLE_1_IM) / SQUARE_1;
export const INTEGRAL_1_IM = (WEIGHT_1_IM * POLE_1_RE - WEIGHT_1_RE * POLE_1_IM) / SQUARE_1;
export const INTEGRAL_2_RE = (WEIGHT_2_RE * POLE_2_RE + WEIGHT_2_IM * POLE_2_IM) / SQUARE_2;
export const INTEGRAL_2_IM = (WEIGHT_2_IM * POLE_2_RE - WEIGHT_2_RE * POLE_2_IM) / SQUARE_2;
