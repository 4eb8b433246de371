/**
 * A short name for a scenario's content: equal documents have equal fingerprints, whatever the
 * order of their fields. Keys cached results; no protection against somebody who wants a collision.
 *
 * Hash: cyrb53 by bryc (public domain), a two-lane multiply-xor hash, all 64 bits kept.
 */

/** 16 hexadecimal digits. O(size of the value). */
export function fingerprint(value: unknown): string {
  return hashText(canonicalJson(value));
}

/** The hash of a text, both lanes. */
export function hashText(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return hex(low) + hex(high);
}

/** JSON with the fields of every object in alphabetical order, so that equal content is equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
