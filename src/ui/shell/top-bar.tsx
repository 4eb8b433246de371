/** Scenario and state of saving; undo and redo; file, comparison, language, theme. */
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Locale } from '../format.ts';
import { DOCUMENTS, FileInput } from '../inputs/file-input.tsx';
import { Menu, type MenuItem } from '../inputs/menu.tsx';
import { SegmentedControl } from '../inputs/segmented-control.tsx';
import { useLocale } from '../locale.tsx';
import type { Theme } from '../preferences.ts';
import { newScenario } from '../../scenario/defaults.ts';
import { useApp, useCommands, useRoot } from '../use-app.ts';
import { FileProblem } from './file-problem.tsx';
import type { Example, Opened } from './files.ts';
import { ChevronIcon, MoreIcon, RedoIcon, ThemeIcon, UndoIcon } from './icons.tsx';
import { NewBuild } from './new-build.tsx';
import { ScenarioName } from './scenario-name.tsx';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

export function TopBar() {
  const { t, text } = useLocale();
  const { preferences, files } = useRoot();
  const { locale, theme } = useStore(preferences);
  const scenario = useApp((state) => state.scenario);
  const baseline = useApp((state) => state.baseline);
  const against = text(baseline.name) === text(scenario.name) ? t.shell.baseline : text(baseline.name);
  const canUndo = useApp((state) => state.canUndo);
  const canRedo = useApp((state) => state.canRedo);
  const commands = useCommands();
  const picker = useRef<HTMLInputElement>(null);
  const [examples, setExamples] = useState<readonly Example[]>([]);
  const [problem, setProblem] = useState<Extract<Opened, { ok: false }> | null>(null);

  /** What the file about to be picked is for. */
  const purpose = useRef<'open' | 'compare'>('open');

  async function pick(file: File): Promise<void> {
    const opened = await files.read(file);
    if (!opened.ok) setProblem(opened);
    else if (purpose.current === 'open') commands.open(opened.scenario);
    else commands.setBaseline(opened.scenario);
  }

  function askFor(wanted: 'open' | 'compare'): void {
    purpose.current = wanted;
    picker.current?.click();
  }

  function startNew(): void {
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    commands.open(newScenario(t.shell.untitled, { timeZone, start: nextMonday() }));
  }

  const fileItems: MenuItem[] = [
    { id: 'new', label: t.shell.newScenario, onSelect: startNew },
    { id: 'open', label: t.shell.open, onSelect: () => askFor('open') },
    { id: 'save', label: t.shell.save, onSelect: () => files.save(scenario, text(scenario.name)) },
  ];
  const exampleItems = examples.map((example): MenuItem => ({
    id: example.id,
    label: text(example.name),
    onSelect: () => commands.open(example.scenario),
  }));
  const fileGroups = [
    { items: fileItems },
    ...(exampleItems.length > 0 ? [{ heading: t.shell.examples, items: exampleItems }] : []),
  ];
  const compareGroup = {
    heading: `${t.shell.comparedWith} ${against}`,
    items: [
      { id: 'baseline', label: t.shell.setBaseline, onSelect: () => commands.setBaseline(scenario) },
      { id: 'baseline-file', label: t.shell.baselineFile, onSelect: () => askFor('compare') },
    ],
  };
  const baselineExamples = {
    heading: t.shell.baselineExamples,
    items: examples.map((example): MenuItem => ({
      id: `baseline-${example.id}`,
      label: text(example.name),
      onSelect: () => commands.setBaseline(example.scenario),
    })),
  };
  const themeGroup = {
    heading: t.shell.theme,
    items: THEMES.map((value) => ({
      id: value,
      label: t.shell[value],
      checked: value === theme,
      onSelect: () => preferences.setState({ theme: value }),
    })),
  };
  const languageGroup = {
    heading: t.shell.language,
    items: (['en', 'fr'] as const).map((value) => ({
      id: value,
      label: value === 'en' ? 'English' : 'Français',
      checked: value === locale,
      onSelect: () => preferences.setState({ locale: value }),
    })),
  };
  const loadExamples = (): void => {
    if (examples.length === 0) void files.examples().then(setExamples);
  };

  return (
    <header className="bar">
      <ScenarioName />
      <SavingState />
      <NewBuild />
      <div className="bar-tools">
        <button
          type="button"
          className="icon-button"
          aria-label={t.shell.undo}
          title={`${t.shell.undo} (Ctrl+Z)`}
          disabled={!canUndo}
          onClick={() => commands.undo()}
        >
          <UndoIcon />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t.shell.redo}
          title={`${t.shell.redo} (Ctrl+Y)`}
          disabled={!canRedo}
          onClick={() => commands.redo()}
        >
          <RedoIcon />
        </button>
        <span className="wide-only bar-group" onPointerEnter={loadExamples} onFocus={loadExamples}>
          <Menu
            name={t.shell.file}
            button={
              <>
                {t.shell.file} <ChevronIcon />
              </>
            }
            groups={fileGroups}
          />
          <Menu
            name={`${t.shell.comparedWith} ${against}`}
            className="quiet compare-button"
            button={
              <>
                <span className="compare-word">{t.shell.comparedWith}</span>{' '}
                <b className="compare-name">{against}</b> <ChevronIcon />
              </>
            }
            groups={[
              { items: compareGroup.items },
              ...(baselineExamples.items.length > 0 ? [baselineExamples] : []),
            ]}
          />
          <SegmentedControl<Locale>
            label={t.shell.language}
            value={locale}
            onChange={(value) => preferences.setState({ locale: value })}
            options={[
              { value: 'en', label: 'EN', name: 'English' },
              { value: 'fr', label: 'FR', name: 'Français' },
            ]}
          />
          <Menu
            name={t.shell.theme}
            className="icon-button"
            button={<ThemeIcon />}
            groups={[{ items: themeGroup.items }]}
          />
        </span>
        <span className="phone-only bar-group" onPointerEnter={loadExamples} onFocus={loadExamples}>
          <Menu
            name={t.shell.more}
            className="icon-button"
            button={<MoreIcon />}
            groups={[...fileGroups, compareGroup, languageGroup, themeGroup]}
          />
        </span>
      </div>
      <FileInput field={picker} accept={DOCUMENTS} onFile={(file) => void pick(file)} />
      <FileProblem problem={problem} onClose={() => setProblem(null)} />
    </header>
  );
}

/** The Monday of next week, where a new plan begins. */
function nextMonday(): string {
  const day = new Date();
  day.setDate(day.getDate() + ((8 - day.getDay()) % 7 || 7));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

function SavingState() {
  const { t } = useLocale();
  const saving = useApp((state) => state.saving);
  return (
    <span className={saving === 'failed' ? 'saving saving-failed' : 'saving'} role="status">
      {t.shell[saving]}
    </span>
  );
}
