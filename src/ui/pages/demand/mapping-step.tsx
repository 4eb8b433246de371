/** A step of the import: the first rows as understood, and every guess about them to be corrected. */
import type { ImportCommands } from '../../../app/import-driver.ts';
import type { ImportSession } from '../../../app/import-session.ts';
import { useLocale } from '../../locale.tsx';
import { MappingForm } from './mapping-form.tsx';

type MappingStepProps = {
  readonly session: Extract<ImportSession, { step: 'mapping' }>;
  readonly commands: ImportCommands;
};

export function MappingStep({ session, commands }: MappingStepProps) {
  const { t } = useLocale();
  return (
    <>
      <p className="quiet-text">{t.demand.columnsText}</p>
      <MappingForm look={session} commands={commands} />
      <div className="button-row">
        <button type="button" className="button button-primary" onClick={commands.read}>
          {t.demand.readRows}
        </button>
      </div>
    </>
  );
}
