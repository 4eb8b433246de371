import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatsFor, NOT_AVAILABLE } from '../../src/ui/format.ts';

const en = formatsFor('en', 'EUR');
const fr = formatsFor('fr', 'EUR');
/** Narrow and ordinary no-break spaces made visible as `_`. */
const seen = (text: string): string => text.replace(/[\u202F\u00A0]/g, '_');

describe('shares', () => {
  it('are rounded to what is known, with the mark of the language', () => {
    expect(seen(en.share(0.819736))).toBe('82_%');
    expect(seen(fr.share(0.0843, 1))).toBe('8,4_%');
  });

  it('never call a value certain that only rounds to it', () => {
    expect(seen(en.share(0.9996))).toBe('>_99_%');
    expect(seen(en.share(0.0004))).toBe('<_1_%');
    expect(seen(en.share(1))).toBe('100_%');
    expect(seen(en.share(0))).toBe('0_%');
  });

  it('lie in 0 to 100 whatever share is shown', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const shown = Number(/[\d.]+/.exec(en.share(share))?.[0]);
        return shown >= 0 && shown <= 100;
      }),
    );
  });

  it('show changes with a true minus and differences in points', () => {
    expect(seen(en.change(1.15))).toBe('+15_%');
    expect(seen(en.change(0.8))).toBe('\u221220_%');
    expect(en.points(0.018)).toBe('+1.8');
    expect(en.points(-0.54)).toBe('−54.0');
    expect(en.points(0.0001)).toBe('0');
    expect(en.change(1).startsWith('0')).toBe(true);
  });
});

describe('durations', () => {
  it('change unit with their size', () => {
    expect(seen(en.duration(39.2))).toBe('39_s');
    expect(en.duration(190)).toBe('3:10');
    expect(en.duration(59.6)).toBe('1:00');
    expect(seen(en.duration(16_200))).toBe('4.5_h');
    expect(seen(fr.duration(16_200))).toBe('4,5_h');
  });

  it('keep handle times in seconds and limits in their own unit', () => {
    expect(seen(en.seconds(312))).toBe('312_s');
    expect(seen(en.limit(20))).toBe('20_s');
    expect(seen(en.limit(300))).toBe('5_min');
    expect(seen(en.limit(86_400))).toBe('24_h');
  });

  it('name a wait without end', () => {
    expect(en.duration(Infinity)).toBe('never');
    expect(fr.seconds(Infinity)).toBe('jamais');
  });
});

describe('ranges, money, people, counts', () => {
  it('halve a range in the unit of its value', () => {
    expect(seen(en.shareRange(0.61, 0.85))).toBe('61_%–85_%');
    expect(seen(en.shareRange(0.91, 0.998))).toBe('91_% to >_99_%');
    expect(seen(fr.shareRange(0.002, 0.05))).toBe('<_1_% à 5_%');
    expect(seen(en.plusMinus(0.694, 0.726, 'share'))).toBe('±_1.6');
    expect(seen(fr.plusMinus(0.694, 0.726, 'share'))).toBe('±_1,6');
    expect(seen(en.plusMinus(28, 52, 'duration'))).toBe('±_12');
    expect(seen(en.plusMinus(178, 202, 'duration'))).toBe('±_12_s');
    expect(seen(en.plusMinus(1949, 2049, 'duration'))).toBe('±_50_s');
    expect(seen(en.plusMinus(14_400, 18_000, 'duration'))).toBe('±_30_min');
  });

  it('give one side of a share that may be none or all', () => {
    expect(seen(en.plusMinus(0.958, 1, 'share'))).toBe('(≥_95.8_%)');
    expect(seen(en.plusMinus(0.91, 0.998, 'share'))).toBe('(≥_91_%)');
    expect(seen(fr.plusMinus(0, 0.043, 'share'))).toBe('(≤_4,3_%)');
    expect(seen(en.plusMinus(0, 1, 'share'))).toBe('±_50');
  });

  it('write money as the language does', () => {
    expect(en.money(168_400)).toBe('€168,400');
    expect(seen(fr.money(168_400))).toBe('168_400_€');
    expect(en.money(9700, true)).toBe('+\u2060€9,700');
    expect(en.money(-12.5)).toBe('\u2212\u2060€12.50');
    expect([en.money(24, false, 2), en.money(70.59, true, 0)]).toEqual(['€24.00', '+\u2060€71']);
  });

  it('give people and contacts the digits they deserve', () => {
    expect(en.fte(187.25)).toBe('187.3');
    expect(fr.fte(187.25)).toBe('187,3');
    expect([2, -0.26, 0.04, 0, -1e-12].map((change) => en.fte(change, true))).toEqual([
      '+2.0',
      '−0.3',
      '0',
      '0',
      '0',
    ]);
    expect(en.fteChange(-9.42)).toBe('−9.4');
    expect(en.fteChange(0.049)).toBeNull();
    expect(en.fteChange(0.05)).toBe('+0.1');
    expect(en.agents(9, true)).toBe('+9');
    expect(en.count(0.4)).toBe('0.4');
    expect(en.count(318.4)).toBe('318');
    expect(en.count(-0.01)).toBe('0');
  });
});

describe('clock and calendar', () => {
  it('follow the habits of the language', () => {
    expect(en.clock(630)).toBe('10:30');
    expect(seen(fr.clock(630))).toBe('10_h_30');
    expect(seen(fr.clock(480))).toBe('8_h');
    expect(seen(fr.clock(485))).toBe('8_h_05');
    expect(en.clock(1440)).toBe('24:00');
    expect(en.weekdayShort('2026-11-23')).toBe('Mon');
    expect(fr.weekdayShort('2026-11-23')).toBe('Lun');
    expect(fr.weekday('2026-11-23')).toBe('lundi');
    expect(en.day('2026-11-23')).toBe('23 November');
    expect(fr.day('2026-11-23')).toBe('23 novembre');
    expect(fr.date('2026-03-01')).toBe('1er mars 2026');
    expect(fr.dayShort('2026-03-11')).toBe('11 mars');
  });
});

it('prints no NaN, Infinity, null or undefined in any unit', () => {
  const broken = fc.constantFrom(NaN, -Infinity, null, undefined);
  const units = [
    'share',
    'change',
    'points',
    'seconds',
    'duration',
    'limit',
    'money',
    'count',
    'agents',
  ] as const;
  const more = ['fte', 'number', 'clock'] as const;
  fc.assert(
    fc.property(
      broken,
      fc.constantFrom(en, fr),
      fc.constantFrom(...units, ...more),
      (value, formats, unit) => {
        expect(formats[unit](value)).toBe(NOT_AVAILABLE);
      },
    ),
  );
  expect(en.day('not a date')).toBe(NOT_AVAILABLE);
  expect(en.plusMinus(null, 1, 'share')).toBe('');
});
