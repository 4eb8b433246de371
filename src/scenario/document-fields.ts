/**
 * What the fields of a document may be, each with the requirement it stands for.
 *
 * Valibot carries one message per requirement; ours is the requirement itself as JSON.
 */
import * as v from 'valibot';
import type { Requirement } from './issue.ts';

export function message(requirement: Requirement): string {
  return JSON.stringify(requirement);
}

/** A leaf: the test gives true, or false for a value of the right type that is not accepted. */
function leaf<T>(type: string, requirement: Requirement, accepts: (value: T) => boolean) {
  return v.custom<T>(
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `typeof` has just been compared
    (value) => typeof value === type && accepts(value as T),
    ({ input }) => message(typeof input === type ? requirement : { ...requirement, code: 'wrong-type' }),
  );
}

/** @param why what keeps it from being more or less, where that is no matter of course */
export function number(min: number, max: number, why?: string) {
  const allowed = `a number from ${min} to ${max}${why === undefined ? '' : `: ${why}`}`;
  return leaf<number>(
    'number',
    { code: 'out-of-range', allowed, values: { min, max } },
    (value) => value >= min && value <= max,
  );
}

export function whole(min: number, max: number) {
  const allowed = `a whole number from ${min} to ${max}`;
  return leaf<number>(
    'number',
    { code: 'out-of-range', allowed, values: { min, max } },
    (value) => Number.isInteger(value) && value >= min && value <= max,
  );
}

export function string(allowed: string, accepts: (value: string) => boolean) {
  return leaf<string>('string', { code: 'not-accepted', allowed }, accepts);
}

export function words(max: number) {
  return string(`a text of 1 to ${max} characters`, (value) => value.trim() !== '' && value.length <= max);
}

/** A text that may be empty. */
export function remark(max: number) {
  return string(`a text of at most ${max} characters`, (value) => value.length <= max);
}

export function choice<const T extends string | number>(...options: readonly T[]) {
  return v.picklist(options, ({ input }) =>
    message({ code: input === undefined ? 'missing' : 'not-accepted', allowed: options.join(', ') }),
  );
}

export function list<const T extends v.GenericSchema>(item: T, most: number) {
  return v.pipe(
    v.array(item, message({ code: 'wrong-type', allowed: 'a list' })),
    v.maxLength(
      most,
      message({ code: 'too-many', allowed: `a list of at most ${most}`, values: { max: most } }),
    ),
  );
}

export function fields<const T extends v.ObjectEntries>(entries: T) {
  return v.objectWithRest(entries, v.never(message({ code: 'unknown-field' })), ({ path }) =>
    message(path === undefined ? { code: 'wrong-type', allowed: 'an object' } : { code: 'missing' }),
  );
}

/** Objects told apart by their `kind`. */
export function kinds<const T extends v.VariantOptions<'kind'>>(options: T) {
  return v.variant('kind', options, ({ path, input, expected }) =>
    message(
      path === undefined
        ? { code: 'wrong-type', allowed: 'an object' }
        : input === undefined
          ? { code: 'missing' }
          : { code: 'not-accepted', allowed: expected?.replaceAll(/["()]/g, '').replaceAll('|', 'or') ?? '' },
    ),
  );
}

export function text(max: number) {
  const both = fields({ en: words(max), fr: words(max) });
  return v.union([words(max), both], ({ input }) =>
    message({
      code: typeof input === 'string' ? 'not-accepted' : 'wrong-type',
      allowed: `a text of 1 to ${max} characters, or one in each language as { en, fr }`,
    }),
  );
}
