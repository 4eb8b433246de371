/** Takes the file that was opened as a scenario and turned out to be a table. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { ImportCommands } from '../../../app/import-driver.ts';
import { useRoot } from '../../use-app.ts';

export function useHandedOver(choose: ImportCommands['choose']): void {
  const { handedOver } = useRoot().files;
  const file = useStore(handedOver, (state) => state.file);
  useEffect(() => {
    if (file === null) return;
    handedOver.setState({ file: null });
    choose(file, { name: file.name, bytes: file.size });
  }, [file, handedOver, choose]);
}
