/** Says what is wrong with a file that was refused; the scenario on screen is untouched. */
import { Dialog } from '../inputs/dialog.tsx';
import { useLocale } from '../locale.tsx';
import type { Opened } from './files.ts';

const MOST_SHOWN = 12;

type FileProblemProps = {
  readonly problem: Extract<Opened, { ok: false }> | null;
  readonly onClose: () => void;
};

export function FileProblem({ problem, onClose }: FileProblemProps) {
  const { t } = useLocale();
  return (
    <Dialog open={problem !== null} onClose={onClose} title={t.shell.open}>
      {problem && (
        <>
          <p>{t.shell.unreadable(problem.file)}</p>
          <p>{t.shell.issues(problem.issues.length)}</p>
          <ul className="issues">
            {problem.issues.slice(0, MOST_SHOWN).map((issue) => (
              <li key={`${issue.path} ${issue.code}`}>{t.issues.sentence(issue)}</li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
