/** A long table page by page: which rows are shown, and the way to the others. */
import { useState } from 'react';
import { useLocale } from '../locale.tsx';

export type Pages = {
  /** Rows [from, to) are shown. */
  readonly from: number;
  readonly to: number;
  readonly all: number;
  readonly page: number;
  readonly last: number;
  readonly show: (page: number) => void;
  /** Shows the page on which a row is. */
  readonly showRow: (row: number) => void;
};

const PER_PAGE = 20;

/** @param all rows; with fewer of them than before the last page is shown */
export function usePages(all: number): Pages {
  const [asked, setAsked] = useState(0);
  const last = Math.max(0, Math.ceil(all / PER_PAGE) - 1);
  const page = Math.min(asked, last);
  const from = page * PER_PAGE;
  return {
    from,
    to: Math.min(all, from + PER_PAGE),
    all,
    page,
    last,
    show: setAsked,
    showRow: (row) => setAsked(Math.floor(row / PER_PAGE)),
  };
}

/** Nothing where all rows are on one page. */
export function Pager({ label, pages }: { readonly label: string; readonly pages: Pages }) {
  const { t, f } = useLocale();
  const { from, to, all, page, last, show } = pages;
  if (last === 0) return null;
  return (
    <nav className="button-row" aria-label={label}>
      <button
        type="button"
        className="button"
        aria-disabled={page === 0}
        onClick={() => show(Math.max(0, page - 1))}
      >
        {t.inputs.pageBefore}
      </button>
      <span role="status">{t.inputs.page(f.count(from + 1), f.count(to), f.count(all))}</span>
      <button
        type="button"
        className="button"
        aria-disabled={page === last}
        onClick={() => show(Math.min(last, page + 1))}
      >
        {t.inputs.pageAfter}
      </button>
    </nav>
  );
}
