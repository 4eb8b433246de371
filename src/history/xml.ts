/** As much XML as a workbook needs: elements without a tree, attributes, entities. Entities are never expanded beyond a character. */

/** Opening tags of an element, in order. */
export function elements(xml: string, name: string): string[] {
  return xml.match(new RegExp(String.raw`<(?:\w+:)?${name}(?=[\s/>])[^<>]*>`, 'g')) ?? [];
}

/** The value of an attribute of a tag; undefined: it has none. */
export function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(String.raw`\s(?:\w+:)?${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : unescaped(value);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED[name] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}

/** An element with what is in it; `inner` null: its closing tag is missing. */
export type Whole = {
  readonly from: number;
  readonly to: number;
  readonly attributes: string;
  readonly inner: string | null;
};

/** Elements of a name one after the other, up to the first that is not closed. Linear, whatever the text. */
export function* wholeElements(xml: string, name: string): Generator<Whole> {
  const opening = new RegExp(String.raw`<(\w+:)?${name}(?=[\s/>])([^<>]*)>`, 'g');
  for (let match = opening.exec(xml); match !== null; match = opening.exec(xml)) {
    const [tag, prefix = '', attributes = ''] = match;
    const from = match.index;
    if (attributes.endsWith('/')) {
      yield { from, to: from + tag.length, attributes, inner: '' };
      continue;
    }
    const closing = `</${prefix}${name}>`;
    const end = xml.indexOf(closing, from + tag.length);
    if (end < 0) return yield { from, to: xml.length, attributes, inner: null };
    opening.lastIndex = end + closing.length;
    yield { from, to: opening.lastIndex, attributes, inner: xml.slice(from + tag.length, end) };
  }
}

/** All the text inside `<t>` elements, without the phonetic hints that East Asian cells carry. */
export function textIn(xml: string): string {
  let [spoken, end] = ['', 0];
  for (const { from, to } of wholeElements(xml, 'rPh')) {
    spoken += xml.slice(end, from);
    end = to;
  }
  spoken += xml.slice(end);
  let text = '';
  for (const [, inner] of spoken.matchAll(/<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)<\/(?:\w+:)?t>/g))
    text += unescaped(inner ?? '');
  return text;
}
