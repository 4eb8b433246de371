/** Width of an element; 0 until it is measured, so a chart stands in a box of a height known before. */
import { startTransition, useLayoutEffect, useState, type RefObject } from 'react';

export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    // All charts of a page are measured in one frame: as a transition they are drawn in slices.
    const observer = new ResizeObserver(() => startTransition(() => setWidth(target.clientWidth)));
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
