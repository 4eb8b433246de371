/** What few need, behind a line: open from the start where something is set, and drawn only while it is open. */
import { useState, type ReactNode } from 'react';

type FoldProps = {
  readonly title: string;
  readonly startsOpen: boolean;
  readonly className?: string;
  readonly children: ReactNode;
};

export function Fold({ title, startsOpen, className, children }: FoldProps) {
  const [open, setOpen] = useState(startsOpen);
  return (
    <details
      className={className === undefined ? 'fold' : `fold ${className}`}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{title}</summary>
      {open && children}
    </details>
  );
}
