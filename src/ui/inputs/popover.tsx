/**
 * A button and what it opens, on the browser's own popover: top layer, Escape and a click outside
 * close it. Placed under its button by hand, since anchor positioning is not everywhere yet.
 */
import { useId, useRef, useState, type ReactNode, type ToggleEvent } from 'react';
import { flushSync } from 'react-dom';

type PopoverProps = {
  /** What the button shows. */
  readonly button: ReactNode;
  /** Spoken name of the button, where its content is not one. */
  readonly name?: string | undefined;
  /** Spoken name of the panel; the button's when left out. */
  readonly panelName?: string;
  readonly className: string;
  readonly panelClassName: string;
  /** Role of the panel; a menu brings its own key handling. */
  readonly role: 'menu' | 'dialog';
  /** Drawn only while open. */
  readonly children: ReactNode;
};

export function Popover({
  button,
  name,
  panelName,
  className,
  panelClassName,
  role,
  children,
}: PopoverProps) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  function place(event: ToggleEvent): void {
    const opened = event.newState === 'open';
    // Drawn now, not after this handler: an empty panel has no size to place and no item to focus.
    flushSync(() => setOpen(opened));
    if (!opened || !anchor.current || !panel.current) return;
    const from = anchor.current.getBoundingClientRect();
    const size = panel.current.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const below = from.bottom + 4;
    const above = from.top - 4 - size.height;
    const fits = below + size.height <= window.innerHeight || above < 8;
    panel.current.style.left = `${Math.max(8, Math.min(from.left, room - size.width - 8))}px`;
    // Where neither side has room for it, it stands on the lower edge of the screen.
    const lowest = window.innerHeight - size.height - 8;
    panel.current.style.top = `${Math.max(8, fits ? Math.min(below, lowest) : above)}px`;
    panel.current.querySelector<HTMLElement>('[role=menuitem], [autofocus]')?.focus();
  }

  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={className}
        popoverTarget={id}
        aria-label={name}
        aria-haspopup={role}
        aria-expanded={open}
      >
        {button}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role={role}
        aria-label={panelName ?? name ?? (typeof button === 'string' ? button : undefined)}
        className={`popover ${panelClassName}`}
        onToggle={place}
      >
        {open && children}
      </div>
    </>
  );
}
