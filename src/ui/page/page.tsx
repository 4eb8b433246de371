/** One page = one question: the answer as a sentence, the main picture, controls at its side, the table below. */
import { startTransition, useEffect, useState, type ReactNode } from 'react';
import { Rich, useLocale } from '../locale.tsx';

type PageProps = {
  /** The page's question, its only h1. */
  readonly question: string;
  /** The answer as a sentence; parts between `**` are bold. Null while it is being computed. */
  readonly answer?: string | null;
  /** A last sentence of the answer is still being computed; its line is kept free. */
  readonly moreToCome?: boolean;
  /** Controls at the side of the picture (below it on a phone). */
  readonly controls?: ReactNode;
  /** The numbers behind the picture. */
  readonly table?: ReactNode;
  readonly children?: ReactNode;
};

export function Page({ question, answer, moreToCome = false, controls, table, children }: PageProps) {
  // Answer and picture first; the numbers behind them, half of many a page, in a frame of their own.
  const [opened, setOpened] = useState(false);
  useEffect(() => startTransition(() => setOpened(true)), []);
  return (
    <div className={controls ? 'page page-with-side' : 'page'}>
      <header className="page-head">
        <h1>{question}</h1>
        {answer !== undefined && (
          <p className="answer" aria-live="polite" aria-busy={answer === null}>
            {answer === null ? (
              <>
                <Waiting lines={2} />
                <TakesLong />
              </>
            ) : (
              <Rich text={answer} />
            )}
            {moreToCome && <Waiting lines={1} />}
          </p>
        )}
      </header>
      <div className="page-main">{children}</div>
      {controls && <aside className="page-side">{controls}</aside>}
      {opened && table && <div className="page-table">{table}</div>}
    </div>
  );
}

/** Lines of text still to come, in the room they will take. */
export function Waiting({ lines }: { readonly lines: number }) {
  return (
    <span className="waiting" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </span>
  );
}

/** Nobody should wait for ever without a word. */
const LONG = 10_000;

function TakesLong() {
  const { t } = useLocale();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG);
    return () => clearTimeout(timer);
  }, []);
  return long ? <span className="quiet-text">{t.shell.takesLong}</span> : null;
}

/** A group of controls or facts at the side, under a small heading. */
export function SideGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="side-group">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

type NoticeProps = {
  /** `overload` and `error` are drawn in the warning colour, with a mark. */
  readonly kind: 'empty' | 'error' | 'overload';
  readonly children: ReactNode;
};

/** What stands where there is nothing to draw, or before something the reader must know first. */
export function Notice({ kind, children }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : undefined}>
      {kind !== 'empty' && (
        <span className="notice-mark" aria-hidden="true">
          !
        </span>
      )}
      <div>{children}</div>
    </div>
  );
}
