/** Line icons on a 16 px grid, drawn for this app; always beside a word or under an `aria-label`. */
import type { ReactNode } from 'react';

function icon(children: ReactNode) {
  return function Icon() {
    return (
      <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        {children}
      </svg>
    );
  };
}

export const OverviewIcon = icon(<path d="M2.5 7.2 8 2.5l5.5 4.7v6.3h-4v-4h-3v4h-4z" />);
export const DemandIcon = icon(<path d="M2 13.5h12M2.5 10.5l3-4 2.5 2.5 5-6" />);
export const ChannelsIcon = icon(<path d="M2 4h12M2 8h9M2 12h6" />);
export const StaffingIcon = icon(<path d="M2 13.5V10h3V6h3V3h3v5h3v5.5" />);
export const SimulationIcon = icon(
  <>
    <path d="M13.5 8A5.5 5.5 0 1 1 8 2.5" />
    <path d="M8 5v3.2l2.2 1.3M11 2.5l2.5 1.2" />
  </>,
);
export const CostIcon = icon(
  <>
    <ellipse cx="8" cy="4.5" rx="5.5" ry="2" />
    <path d="M2.5 4.5v3.5c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2V4.5M2.5 8v3.5c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2V8" />
  </>,
);
export const CompareIcon = icon(<path d="M2.5 13.5v-8h4v8zM9.5 13.5v-11h4v11zM1.5 13.5h13" />);
export const UndoIcon = icon(<path d="M5.5 3 2.5 6l3 3M3 6h6.5a4 4 0 0 1 0 8H7" />);
export const RedoIcon = icon(<path d="m10.5 3 3 3-3 3M13 6H6.5a4 4 0 0 0 0 8H9" />);
export const ThemeIcon = icon(
  <>
    <circle cx="8" cy="8" r="5.5" />
    <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
  </>,
);
export const MoreIcon = icon(<path d="M3 8h.01M8 8h.01M13 8h.01" strokeWidth="2.4" />);
export const CloseIcon = icon(<path d="m3.5 3.5 9 9M12.5 3.5l-9 9" />);
export const ChevronIcon = icon(<path d="m4.5 6.5 3.5 3.5 3.5-3.5" />);
export const TableIcon = icon(<path d="M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 3.5v9" />);
export const ChartIcon = icon(<path d="M2.5 2.5v11h11M5 10.5l2.5-3 2 1.5 3.5-4.5" />);
