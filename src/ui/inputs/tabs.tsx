/** A tab list: one stop for Tab, arrow keys move and select. The panel carries `tabPanelProps`. */
import { useRef, type KeyboardEvent, type ReactNode } from 'react';

type Tab<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  /** A count worth noticing, in the warning colour, with its meaning for screen readers. */
  readonly badge?: { readonly text: string; readonly name: string } | undefined;
};

type TabsProps<Value extends string> = {
  readonly label: string;
  readonly tabs: readonly Tab<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Id of the panel; give it `tabPanelProps(id, value)`. */
  readonly panel: string;
};

export function Tabs<Value extends string>({ label, tabs, value, onChange, panel }: TabsProps<Value>) {
  const list = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent): void {
    const here = tabs.findIndex((tab) => tab.value === value);
    const last = tabs.length - 1;
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + tabs.length) % tabs.length;
    const tab = tabs[next];
    if (!tab) return;
    onChange(tab.value);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  }

  return (
    <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move} tabIndex={-1}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          id={`${panel}-${tab.value}`}
          className="tab"
          aria-selected={tab.value === value}
          aria-controls={tab.value === value ? panel : undefined}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
          {tab.badge && (
            <>
              <span className="badge" aria-hidden="true">
                {tab.badge.text}
              </span>
              <span className="visually-hidden">, {tab.badge.name}</span>
            </>
          )}
        </button>
      ))}
    </div>
  );
}

export function tabPanelProps(panel: string, value: string) {
  return { id: panel, role: 'tabpanel', 'aria-labelledby': `${panel}-${value}` } as const;
}
