/** Files dropped anywhere on the page, and cells pasted outside of a field. */
import { useEffect, useState } from 'react';
import type { Source } from '../../../app/import-history.ts';
import type { SourceInfo } from '../../../app/import-session.ts';

/** Whether a file is being held over the page. */
export function useDropped(take: (source: Source, info: SourceInfo) => void, pastedName: string): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const drag = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!hasFile(event)) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) take(file, { name: file.name, bytes: file.size });
    };
    const paste = (event: ClipboardEvent) => {
      const { target } = event;
      // what the grid has taken is no history
      if (event.defaultPrevented) return;
      if (target instanceof HTMLElement && target.closest('input, textarea, select, dialog')) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!text.trim().includes('\n')) return;
      event.preventDefault();
      take(text, { name: pastedName, bytes: text.length });
    };
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [take, pastedName]);
  return over;
}
