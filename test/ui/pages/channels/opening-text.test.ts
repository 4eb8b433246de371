import { describe, expect, it } from 'vitest';
import { overMidnight, parseSpans, spansText } from '../../../../src/ui/pages/channels/opening-text.ts';

describe('opening hours as text', () => {
  it.each([
    ['08:00–20:00', [['08:00', '20:00']]],
    [
      '8-12, 14h-18h30',
      [
        ['08:00', '12:00'],
        ['14:00', '18:30'],
      ],
    ],
    ['8h30 à 12h', [['08:30', '12:00']]],
    ['9 to 17', [['09:00', '17:00']]],
    ['8-12,12-18', [['08:00', '18:00']]],
    ['24h', [['00:00', '24:00']]],
    ['0-24', [['00:00', '24:00']]],
    ['22:00-00:00', [['22:00', '24:00']]],
    ['', []],
  ])('reads %s', (text, spans) => {
    expect(parseSpans(text)).toEqual(spans);
  });

  it.each(['open', '8', '8-', '20:00-08:00', '8-12, 11-14', '8-25', '08:75-10:00', '8-9-10'])(
    'refuses %s',
    (text) => {
      expect(parseSpans(text)).toBeNull();
    },
  );

  it('tells hours over midnight from what is no time', () => {
    expect(overMidnight('22h-8h')).toEqual({ from: '22:00', to: '08:00' });
    expect(overMidnight('8-12, 22:00–02:30')).toEqual({ from: '22:00', to: '02:30' });
    for (const text of ['open', '8-12, 11-14', '8-25', '8-', '22-0']) expect(overMidnight(text)).toBeNull();
  });

  it('writes what it reads', () => {
    const spans = [
      ['08:00', '12:00'],
      ['14:00', '18:00'],
    ] as const;
    expect(parseSpans(spansText(spans))).toEqual(spans);
  });
});
