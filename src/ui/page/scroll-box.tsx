/** A box that scrolls sideways, and says so where what it holds goes on to the right. */
import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';

type ScrollBoxProps = {
  readonly label: string;
  /** What to do to see the rest; null where a `.goes-on` in what it holds says so. */
  readonly hint: string | null;
  /** Whether what it holds is about to change. */
  readonly busy?: boolean;
  /** One element. */
  readonly children: ReactNode;
};

export function ScrollBox({ label, hint, busy, children }: ScrollBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const goesOn = useOverflow(box);
  return (
    <div
      ref={box}
      className={goesOn ? 'scroll-box scroll-box-wider' : 'scroll-box'}
      role="region"
      aria-label={label}
      aria-busy={busy}
      tabIndex={0}
    >
      {goesOn && hint !== null && (
        <p className="goes-on" aria-hidden="true">
          {hint} →
        </p>
      )}
      {children}
    </div>
  );
}

/** Whether what the box holds is wider than the box. */
function useOverflow(box: RefObject<HTMLElement | null>): boolean {
  const [wider, setWider] = useState(false);
  useLayoutEffect(() => {
    const outer = box.current;
    const held = outer?.lastElementChild;
    if (!outer || !(held instanceof HTMLElement)) return undefined;
    const observer = new ResizeObserver(() => setWider(held.offsetWidth > outer.clientWidth + 1));
    observer.observe(outer);
    observer.observe(held);
    return () => observer.disconnect();
  }, [box]);
  return wider;
}
