/** The hidden field behind a button that asks for a file. The same file can be chosen twice in a row. */
import type { RefObject } from 'react';

/** What a spreadsheet or a telephone system exports. */
export const TABLES = '.csv,.tsv,.txt,.xlsx,.xlsm,text/csv,text/plain,text/tab-separated-values';
export const DOCUMENTS = '.json,application/json';

type FileInputProps = {
  /** Whose `click()` opens the dialog. */
  readonly field: RefObject<HTMLInputElement | null>;
  readonly label?: string;
  readonly accept: string;
  readonly onFile: (file: File) => void;
};

export function FileInput({ field, label, accept, onFile }: FileInputProps) {
  return (
    <input
      ref={field}
      type="file"
      hidden
      tabIndex={-1}
      aria-label={label}
      accept={accept}
      onChange={(event) => {
        const [file] = event.target.files ?? [];
        event.target.value = '';
        if (file) onFile(file);
      }}
    />
  );
}
