import { expect, it } from 'vitest';
import { isTimeZone, zoneOffset } from '../../src/scenario/time-zone.ts';

it('tells zones apart, asked in turns', () => {
  // noon UTC of 1 July and of 15 January 2026: EU Directive 2000/84/EC, US Energy Policy Act of 2005
  const [summer, winter] = [Date.UTC(2026, 6, 1, 12) / 1000, Date.UTC(2026, 0, 15, 12) / 1000];
  for (let turn = 0; turn < 2; turn++) {
    expect([summer, winter].map(zoneOffset('Europe/Paris'))).toEqual([7200, 3600]);
    expect([summer, winter].map(zoneOffset('America/New_York'))).toEqual([-14_400, -18_000]);
    expect([summer, winter].map(zoneOffset('UTC'))).toEqual([0, 0]);
  }
  expect(['Europe/Paris', 'Mars/Olympus', 'Europe/Paris'].map((zone) => isTimeZone(zone))).toEqual([
    true,
    false,
    true,
  ]);
});
