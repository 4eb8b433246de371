/** Says what is wrong with a file that was refused; the scenario on screen is untouched. */
import { useLocation } from 'wouter';
import { Dialog } from '../inputs/dialog.tsx';
import { placeOf } from '../issue-place.ts';
import { useLocale } from '../locale.tsx';
import { useRoot } from '../use-app.ts';
import type { Opened } from './files.ts';

type FileProblemProps = {
  readonly problem: Extract<Opened, { ok: false }> | null;
  readonly onClose: () => void;
};

export function FileProblem({ problem, onClose }: FileProblemProps) {
  const { t } = useLocale();
  const { files } = useRoot();
  const [, navigate] = useLocation();
  const table = problem?.table ?? null;
  return (
    <Dialog
      open={problem !== null}
      onClose={onClose}
      title={t.shell.notOpened}
      actions={
        table && (
          <button
            type="button"
            className="button button-primary"
            onClick={() => {
              onClose();
              files.handedOver.setState({ file: table });
              navigate('/demand');
            }}
          >
            {t.shell.importTable}
          </button>
        )
      }
    >
      {problem && (table ? <p>{t.shell.isTable(problem.file)}</p> : <Refused problem={problem} />)}
    </Dialog>
  );
}

function Refused({ problem }: { readonly problem: Extract<Opened, { ok: false }> }) {
  const { t } = useLocale();
  return (
    <>
      <p>{t.shell.unreadable(problem.file)}</p>
      <p>{t.shell.issues(problem.issues.length)}</p>
      <ul className="issues">
        {problem.issues.map((issue) => {
          const place = placeOf(issue.path, t);
          const said = t.issues.sentence(issue, place ?? undefined);
          return (
            <li key={`${issue.path} ${issue.code}`}>
              {said.charAt(0).toUpperCase() + said.slice(1)}
              {place !== null && issue.path !== '$' && <code className="issue-path">{issue.path}</code>}
            </li>
          );
        })}
      </ul>
    </>
  );
}
