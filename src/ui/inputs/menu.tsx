/** A menu of commands under a button; arrow keys walk through it. */
import { Fragment, type KeyboardEvent, type ReactNode } from 'react';
import { Popover } from './popover.tsx';

export type MenuItem = {
  readonly id: string;
  readonly label: ReactNode;
  readonly onSelect: () => void;
  readonly checked?: boolean;
  readonly disabled?: boolean;
};

type MenuProps = {
  readonly button: ReactNode;
  readonly name: string;
  readonly className?: string;
  /** Groups of items, each with an optional heading. */
  readonly groups: readonly { readonly heading?: string; readonly items: readonly MenuItem[] }[];
};

export function Menu({ button, name, className = 'quiet', groups }: MenuProps) {
  return (
    <Popover button={button} name={name} className={className} panelClassName="menu" role="menu">
      {groups.map((group, index) => (
        <Fragment key={group.heading ?? String(index)}>
          {index > 0 && <hr className="menu-rule" />}
          {group.heading && <p className="menu-heading">{group.heading}</p>}
          {group.items.map((item) => (
            <button
              key={item.id}
              type="button"
              role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.checked}
              className="menu-item"
              disabled={item.disabled}
              onKeyDown={walk}
              onClick={(event) => {
                event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
                item.onSelect();
              }}
            >
              {item.label}
            </button>
          ))}
        </Fragment>
      ))}
    </Popover>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const items = [
    ...(event.currentTarget.closest('.menu')?.querySelectorAll<HTMLElement>('.menu-item:enabled') ?? []),
  ];
  items[(items.indexOf(event.currentTarget) + step + items.length) % items.length]?.focus();
}
