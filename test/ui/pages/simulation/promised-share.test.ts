import { expect, it } from 'vitest';
import type { Targets } from '../../../../src/scenario/schema.ts';
import { promisedShare } from '../../../../src/ui/pages/simulation/promised-share.ts';

const SERVICE_LEVEL = { share: 0.8, threshold: 20, definition: 'offered' } as const;
const FIRST_RESPONSE = { percentile: { share: 0.9, within: 300 } };

it('is of first replies where they alone are promised, and come while somebody waits', () => {
  const of = (kind: 'chat' | 'email', targets: Targets) => promisedShare({ kind, targets });
  expect(of('chat', { firstResponse: FIRST_RESPONSE })).toBe('firstResponseWithin');
  expect(of('chat', { firstResponse: { mean: 30 } })).toBe('serviceLevel');
  expect(of('chat', { serviceLevel: SERVICE_LEVEL, firstResponse: FIRST_RESPONSE })).toBe('serviceLevel');
  expect(of('email', { firstResponse: FIRST_RESPONSE })).toBe('serviceLevel');
});
