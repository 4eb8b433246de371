/** The ways in for a history: drop, choose, paste; and a template for those who have none yet. */
import { memo, useRef, useState } from 'react';
import type { ImportCommands } from '../../../app/import-driver.ts';
import { templateText } from '../../../history/template.ts';
import { parseDate } from '../../../numeric/civil-date.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import { Dialog } from '../../inputs/dialog.tsx';
import { FileInput, TABLES } from '../../inputs/file-input.tsx';
import { useLocale } from '../../locale.tsx';

type ImportSourceProps = {
  readonly scenario: Scenario;
  readonly choose: ImportCommands['choose'];
  /** A file is being held over the page. */
  readonly over: boolean;
};

export const ImportSource = memo(function ImportSource({ scenario, choose, over }: ImportSourceProps) {
  const locale = useLocale();
  const { t } = locale;
  const input = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState('');

  function handOutTemplate(): void {
    const text = templateText({
      channels: scenario.channels.map((channel) => channelName(channel, scenario, locale)),
      intervalMinutes: scenario.calendar.intervalMinutes,
      firstDay: (parseDate(scenario.calendar.start) ?? 0) - 28,
      days: 28,
      decimal: locale.locale === 'fr' ? ',' : '.',
    });
    const link = document.createElement('a');
    // the mark tells a spreadsheet that this is UTF-8
    link.href = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
    link.download = t.demand.templateName;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  return (
    <section className={over ? 'drop drop-over' : 'drop'} aria-labelledby="import-title">
      <div>
        <h2 id="import-title" className="section-title">
          {t.demand.importTitle}
        </h2>
        <p className="quiet-text">{over ? t.demand.dropHere : t.demand.importText}</p>
      </div>
      <div className="button-row">
        <button type="button" className="button button-primary" onClick={() => input.current?.click()}>
          {t.demand.chooseFile}
        </button>
        <button type="button" className="button" onClick={() => setPasting(true)}>
          {t.demand.paste}
        </button>
        <button type="button" className="quiet" onClick={handOutTemplate}>
          {t.demand.template}
        </button>
      </div>
      <FileInput
        field={input}
        label={t.demand.chooseFile}
        accept={TABLES}
        onFile={(file) => choose(file, { name: file.name, bytes: file.size })}
      />
      <Dialog
        open={pasting}
        onClose={() => setPasting(false)}
        title={t.demand.pasteTitle}
        actions={
          <button
            type="button"
            className="button button-primary"
            disabled={pasted.trim() === ''}
            onClick={() => {
              setPasting(false);
              choose(pasted, { name: t.demand.pastedName, bytes: pasted.length });
              setPasted('');
            }}
          >
            {t.demand.pasteRead}
          </button>
        }
      >
        <label className="field">
          <span className="field-label">{t.demand.pasteLabel}</span>
          <textarea
            className="paste-box"
            rows={10}
            spellCheck={false}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
        </label>
      </Dialog>
    </section>
  );
});
