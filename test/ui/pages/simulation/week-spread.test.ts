import { expect, it } from 'vitest';
import { weekSpread } from '../../../../src/ui/pages/simulation/week-spread.ts';

const estimate = (value: number, low: number, high: number) => ({ value, low, high });
const unjudged = {
  serviceLevel: null,
  meanWaitAnswered: null,
  abandonment: null,
  firstResponseMean: null,
  firstResponsePercentile: null,
};
const judged = { ...unjudged, serviceLevel: estimate(0.7, 0.6, 0.8) };
const quantiles = (worst: ReturnType<typeof estimate>, best: ReturnType<typeof estimate>) => [
  { share: 0.1, atMost: worst },
  { share: 0.5, atMost: estimate(0.8, 0.79, 0.81) },
  { share: 0.9, atMost: best },
];

it('tells how far weeks lie apart where they do, and the promise is a share in time', () => {
  const [worst, best] = [estimate(0.71, 0.66, 0.74), estimate(0.9, 0.88, 0.93)];
  const apart = quantiles(worst, best);
  expect(weekSpread({ targetMet: judged, serviceLevelQuantiles: apart })).toEqual({
    worst,
    middle: estimate(0.8, 0.79, 0.81),
    best,
  });
  expect(weekSpread({ targetMet: unjudged, serviceLevelQuantiles: apart })).toBeNull();
  expect(weekSpread({ targetMet: judged, serviceLevelQuantiles: [] })).toBeNull();
});

it('says nothing of weeks that are alike, or too few to tell', () => {
  const few = quantiles(estimate(0.71, 0, 0.89), estimate(0.9, 0.88, 1));
  expect(weekSpread({ targetMet: judged, serviceLevelQuantiles: few })).toBeNull();
  const alike = quantiles(estimate(0.795, 0.79, 0.796), estimate(0.8, 0.799, 0.81));
  expect(weekSpread({ targetMet: judged, serviceLevelQuantiles: alike })).toBeNull();
});
