/** Numbers and durations as people write them. */
import { SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from '../units.ts';
import type { DecimalMark, HandleTimeColumn } from './mapping.ts';

export type NumberProblem =
  /** Nothing there, or a word for nothing. */
  | 'empty'
  | 'notANumber'
  /** Would be a number with the other decimal mark. */
  | 'otherDecimalMark';

const EMPTY_WORDS = new Set(['', '-', '–', '—', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', 'nil']);
/** Space, no-break space, figure space, thin space, narrow no-break space, apostrophes. */
const GROUP_MARKS = String.raw`[ \u00A0\u2007\u2009\u202F'’]`;
const patterns = {
  '.': new RegExp(
    String.raw`^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:${GROUP_MARKS}\d{3})+)?(?:\.\d*)?(?:e[+-]?\d+)?$`,
  ),
  ',': new RegExp(
    String.raw`^(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:${GROUP_MARKS}\d{3})+)?(?:,\d*)?(?:e[+-]?\d+)?$`,
  ),
};

/** Reads one number at a time into `value`, so that a million rows allocate nothing. */
export class NumberReader {
  value = 0;
  private readonly decimal: DecimalMark;

  constructor(decimal: DecimalMark) {
    this.decimal = decimal;
  }

  read(text: string): NumberProblem | null {
    const length = text.length;
    if (length > 0 && length < 16) {
      let whole = 0;
      let at = 0;
      for (; at < length; at++) {
        const digit = text.charCodeAt(at) - 48;
        if (digit < 0 || digit > 9) break;
        whole = whole * 10 + digit;
      }
      if (at === length) {
        this.value = whole;
        return null;
      }
      if (at > 0 && text.charAt(at) === this.decimal && isDigits(text, at + 1)) {
        this.value = Number(this.decimal === '.' ? text : `${text.slice(0, at)}.${text.slice(at + 1)}`);
        return null;
      }
    }
    return this.readWritten(text);
  }

  private readWritten(text: string): NumberProblem | null {
    let bare = text.trim().toLowerCase();
    if (EMPTY_WORDS.has(bare)) return 'empty';
    let sign = 1;
    const bracketed = /^\((.*)\)$/.exec(bare);
    if (bracketed !== null) {
      sign = -1;
      bare = (bracketed[1] ?? '').trim();
    } else if (/^[-+−]/.test(bare)) {
      sign = bare.startsWith('+') ? 1 : -1;
      bare = bare.slice(1).trim();
    }
    if (!isNumber(bare, this.decimal))
      return isNumber(bare, this.decimal === '.' ? ',' : '.') ? 'otherDecimalMark' : 'notANumber';
    const plain =
      this.decimal === '.' ? bare.replaceAll(',', '') : bare.replaceAll('.', '').replace(',', '.');
    this.value = sign * Number(plain.replaceAll(/[^\d.e+-]/g, ''));
    return null;
  }
}

function isDigits(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return from < text.length;
}

function isNumber(bare: string, decimal: DecimalMark): boolean {
  return /^[.,]?\d/.test(bare) && patterns[decimal].test(bare);
}

const SECONDS_PER_UNIT = {
  seconds: 1,
  minutes: SECONDS_PER_MINUTE,
  hours: SECONDS_PER_HOUR,
  milliseconds: 0.001,
};

/** Reads a duration in seconds into `value`: a number in the unit of its column, or `m:ss`, or `h:mm:ss`. */
export class DurationReader {
  value = 0;
  private readonly numbers: NumberReader;
  private readonly secondsPerUnit: number;

  constructor(decimal: DecimalMark, unit: HandleTimeColumn['unit'] | 'hours') {
    this.numbers = new NumberReader(decimal);
    this.secondsPerUnit = SECONDS_PER_UNIT[unit];
  }

  read(text: string): NumberProblem | null {
    if (text.includes(':')) {
      const clock = /^\s*(?:(\d+):)?(\d+):([0-5]?\d(?:[.,]\d*)?)\s*$/.exec(text);
      if (clock === null) return 'notANumber';
      this.value =
        Number(clock[1] ?? 0) * SECONDS_PER_HOUR +
        Number(clock[2]) * SECONDS_PER_MINUTE +
        Number((clock[3] ?? '0').replace(',', '.'));
      return null;
    }
    const problem = this.numbers.read(text);
    if (problem === null) this.value = this.numbers.value * this.secondsPerUnit;
    return problem;
  }
}
