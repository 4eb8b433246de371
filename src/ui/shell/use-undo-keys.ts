/** Ctrl+Z and Ctrl+Y (Cmd on a Mac) everywhere but inside a text field, which has its own undo. */
import { useEffect } from 'react';
import { useCommands } from '../use-app.ts';

export function useUndoKeys(): void {
  const commands = useCommands();
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const field =
        event.target instanceof HTMLElement && event.target.matches('input:not([type=range]), textarea');
      if (field) return;
      const key = event.key.toLowerCase();
      const again = key === 'y' || (key === 'z' && event.shiftKey);
      if (!again && key !== 'z') return;
      event.preventDefault();
      if (again) commands.redo();
      else commands.undo();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [commands]);
}
