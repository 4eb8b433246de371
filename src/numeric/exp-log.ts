/**
 * exp and log whose bits do not depend on the machine.
 *
 * ECMAScript leaves the last bits of Math.exp and Math.log open; a simulation that must come out
 * the same in every browser cannot. Only +, -, *, / and table look-ups are used here, which IEEE 754
 * fixes. Error below 1 unit in the last place.
 *
 * Neither names the globals Infinity and NaN: V8 takes one that it never met as something that may be no
 * number, and puts every result of the function into an object of its own.
 *
 * Reference: the reductions and coefficients of FreeBSD's msun (fdlibm e_exp.c and e_log.c,
 * Sun Microsystems 1993, freely granted).
 */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = Math.LOG2E;

const LOWEST_POWER = -1074;
const powerOfTwo = new Float64Array(2098);
{
  let power = 2 ** -1074;
  for (let i = 0; i < powerOfTwo.length; i++) {
    powerOfTwo[i] = power;
    power *= 2;
  }
}

/** e^x. Above 709.78 Infinity, below -745.1 zero. */
export function exponential(x: number): number {
  if (!(x > -745.2)) return Number.isNaN(x) ? x : 0;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  const k = (x * INVERSE_LN2 + (x < 0 ? -0.5 : 0.5)) | 0;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  // Two factors, so that neither a result near 2^1024 nor a subnormal one is lost on the way.
  if (k > 1000) return y * powerOfTwo[1000 - LOWEST_POWER]! * powerOfTwo[k - 1000 - LOWEST_POWER]!;
  if (k < -1000) return y * powerOfTwo[-1000 - LOWEST_POWER]! * powerOfTwo[k + 1000 - LOWEST_POWER]!;
  return y * powerOfTwo[k - LOWEST_POWER]!;
}

const scratch = new Float64Array(1);
const words = new Int32Array(scratch.buffer);
/** Which half of a double holds sign and exponent on this machine. */
const HIGH = ((scratch[0] = 1), words[1] === 0 ? 0 : 1);

/** Natural logarithm. Zero gives -Infinity, a negative number NaN. */
export function logarithm(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY)
    return x === 0 ? Number.NEGATIVE_INFINITY : x > 0 ? x : (x - x) / 0;
  let k = 0;
  scratch[0] = x;
  if (x < 2.2250738585072014e-308) {
    k = -54;
    scratch[0] = x * 18_014_398_509_481_984;
  }
  let high = words[HIGH]!;
  k += (high >> 20) - 1023;
  high &= 0xfffff;
  // Brings the mantissa into [sqrt(1/2), sqrt 2).
  const i = (high + 0x95f64) & 0x100000;
  words[HIGH] = high | (i ^ 0x3ff00000);
  k += i >> 20;
  const f = scratch[0] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd =
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + even + odd) + k * LN2_LOW) - f);
}
