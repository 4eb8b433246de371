/**
 * Practice of a worker that has just begun. A browser compiles what has run often, so the first moves of a
 * slider would take three times as long as later ones. Some time after its first answer the worker analyses
 * neighbouring volumes, one task each, and forgets them; it stops as soon as somebody asks meanwhile.
 */
import { analysePlan } from '../src/scenario/analyse-plan.ts';
import { analyse } from '../src/scenario/analyse.ts';
import { createMemory } from '../src/scenario/memory.ts';
import type { Scenario } from '../src/scenario/schema.ts';
import { scaled } from '../src/scenario/what-if.ts';

/** Of today's, either way: what a hand would try first. */
const VOLUMES = Array.from(
  { length: 45 },
  (_, k) => (k % 2 === 0 ? 1 : -1) * 0.01 * Math.ceil((k + 1) / 2) + 1,
);
/** What a slider asks for on most pages, and every so many times all that is ever asked. */
const FULL_EVERY = 3;
/** Leaves the machine to the first screen, then leaves room for a question between two analyses. */
const [FIRST_PAUSE, PAUSE] = [1000, 10];

/** @param asked how often anybody has asked by now */
export function practise(scenario: Scenario, asked: () => number): void {
  const memory = createMemory();
  const step = (volume: number, askedBefore: number): void => {
    const factor = VOLUMES[volume];
    if (factor === undefined || asked() > askedBefore) return;
    // As it comes from the page: objects made in another way would be compiled for, and others come.
    const asAsked = structuredClone(scaled(scenario, 'volume', factor));
    if (volume % FULL_EVERY === 0) analyse(asAsked, memory);
    else analysePlan(asAsked, memory);
    setTimeout(step, PAUSE, volume + 1, askedBefore);
  };
  setTimeout(() => step(0, asked()), FIRST_PAUSE);
}
