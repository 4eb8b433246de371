/**
 * Who called again soon after giving up, whatever the order of the rows: contacts are noted while the
 * file is read and counted at its end.
 *
 * A caller is held as 53 bits of a hash, 16 bytes a contact with its time: two of a million callers
 * are taken for one with a chance of 10¹² / 2 / 2⁵³ = 0.006 %. Nothing of it leaves here.
 */
import type { Seconds } from '../units.ts';

/** A contact of the same caller within this time after giving up is a redial. */
const REDIAL_WITHIN: Seconds = 3600;

export class Redials {
  private readonly callers: number[] = [];
  /** Seconds doubled, plus one when answered: within a second, giving up comes first. */
  private readonly ends: number[] = [];

  note(caller: string, at: Seconds, ended: 'answered' | 'abandoned'): void {
    this.callers.push(hashOf(caller));
    this.ends.push(at * 2 + (ended === 'answered' ? 1 : 0));
  }

  /** Contacts that follow one given up by the same caller, with none in between. O(n log n). */
  count(): number {
    const calls = new Map<number, number[]>();
    this.ends.forEach((end, i) => {
      if (end % 2 === 0) calls.set(this.callers[i] ?? 0, []);
    });
    this.ends.forEach((end, i) => calls.get(this.callers[i] ?? 0)?.push(end));
    let redials = 0;
    for (const ends of calls.values()) {
      ends.sort((a, b) => a - b);
      for (let i = 1; i < ends.length; i++) {
        const [before, now] = [ends[i - 1] ?? 0, ends[i] ?? 0];
        if (before % 2 === 0 && Math.floor(now / 2) - before / 2 <= REDIAL_WITHIN) redials++;
      }
    }
    return redials;
  }
}

/** Two multiplicative hashes of 32 bits, mixed as in MurmurHash3's last step; 53 bits of them. */
function hashOf(text: string): number {
  let [a, b] = [0xde_ad_be_ef, 0x41_c6_ce_57];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2_654_435_761);
    b = Math.imul(b ^ unit, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return 4_294_967_296 * (b & 0x1f_ff_ff) + (a >>> 0);
}
