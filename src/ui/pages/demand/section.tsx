/** A question of its own on the page: its finding in one line, the rest when asked for. */
import { Suspense, useId, useState, type ReactNode } from 'react';
import { Waiting } from '../../page/page.tsx';
import { Panel } from '../../page/panel.tsx';

type SectionProps = {
  readonly title: string;
  /** What one should know without opening it. */
  readonly summary?: string | null;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
};

export function Section({ title, summary, startsOpen = false, children }: SectionProps) {
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  return (
    <section className="demand-section">
      <h2>
        <button
          type="button"
          className="disclose"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <span className="event-name">{title}</span>
          {summary && <span className="quiet-text">{summary}</span>}
        </button>
      </h2>
      <div id={id} className="section-body" hidden={!open}>
        {open && (
          <Panel>
            <Suspense fallback={<Waiting lines={3} />}>{children}</Suspense>
          </Panel>
        )}
      </div>
    </section>
  );
}
