/**
 * Numbers as people type them: decimal comma or point, thousands as spaces or commas, a unit or
 * a percent sign behind, minutes and seconds as `5:12`, powers of ten as a worksheet writes them (`1E+06`).
 */
import type { Locale } from '../format.ts';

/** The number meant, or null when the text is not one. `5:12` is 312 where `clock` is allowed. */
export function parseNumber(text: string, locale: Locale, clock = false): number | null {
  const bare = text
    .trim()
    .replace(/[\s'’]/gu, '')
    .replace('\u2212', '-')
    .replace(/(?<=\d)(%|s|sec|min|h|€|\$|£)$/iu, '')
    .replace(/^([+-]?)(€|\$|£)/u, '$1');
  const parts = clock ? /^(\d+):([0-5]\d)$/.exec(bare) : null;
  if (parts) return Number(parts[1]) * 60 + Number(parts[2]);
  const plain = decimalPoint(bare, locale);
  const number = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/iu.test(plain) ? Number(plain) : NaN;
  return Number.isFinite(number) ? number : null;
}

/** The mark that comes last is the decimal one; a lone comma is a decimal in French, thousands in English. */
function decimalPoint(bare: string, locale: Locale): string {
  const comma = bare.lastIndexOf(',');
  const point = bare.lastIndexOf('.');
  if (comma >= 0 && point >= 0) {
    return comma > point ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '');
  }
  if (comma < 0) return bare;
  const grouped = /^[+-]?\d{1,3}(,\d{3})+$/.test(bare);
  return grouped && locale === 'en' ? bare.replaceAll(',', '') : bare.replace(',', '.');
}
