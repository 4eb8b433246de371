/**
 * The one class of papaparse used here: its incremental parser, which takes text and gives rows.
 *
 * Declared by hand because the published types pull in those of Node, and with them a clock and a
 * console that the core must not see.
 */
declare module 'papaparse/papaparse.js' {
  type ParserOptions = {
    readonly delimiter: string;
    readonly newline: '\n';
    readonly quoteChar: string;
  };
  type Parsed = {
    readonly data: string[][];
    readonly errors: readonly { readonly code: string; readonly row: number }[];
    readonly meta: { readonly cursor: number };
  };
  const Papa: {
    readonly Parser: new (options: ParserOptions) => {
      parse(text: string, baseIndex: number, ignoreLastRow: boolean): Parsed;
    };
  };
  export default Papa;
}
