/** Offers a newer build of the app; taking it waits until the last edit is stored, and reloads. */
import { useStore } from 'zustand';
import type { AppStore } from '../../app/store.ts';
import { useLocale } from '../locale.tsx';
import { useRoot } from '../use-app.ts';

export function NewBuild() {
  const { t } = useLocale();
  const { app, newBuild } = useRoot();
  const moveToIt = useStore(newBuild, (state) => state.moveToIt);
  if (!moveToIt) return null;
  return (
    <button
      type="button"
      className="button"
      title={t.shell.newBuildHint}
      onClick={() => {
        // Refused when the edit cannot be stored: the state of saving beside says so, and nothing is lost.
        moveToIt(() => whenSaved(app.store)).catch(() => {});
      }}
    >
      {t.shell.newBuild}
    </button>
  );
}

function whenSaved(store: AppStore['store']): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      const { saving } = store.getState();
      if (saving === 'saving') return;
      stop();
      if (saving === 'saved') resolve();
      else reject(new Error('not saved'));
    };
    const stop = store.subscribe(settle);
    settle();
  });
}
