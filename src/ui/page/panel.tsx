/** Keeps a fault inside the panel where it happened; the rest of the page goes on. */
import { Component, type ReactNode } from 'react';
import { useLocale } from '../locale.tsx';
import { PageNotFetched } from './page-not-fetched.ts';
import { Notice } from './page.tsx';

type PanelProps = { readonly children: ReactNode };
type Failure = { readonly error: unknown };

export class Panel extends Component<PanelProps, Failure> {
  override readonly state: Failure = { error: null };

  static getDerivedStateFromError(error: unknown): Failure {
    return { error: error ?? new Error('unknown') };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <Failed error={error} retry={() => this.setState({ error: null })} />;
  }
}

type FailedProps = { readonly error: unknown; readonly retry: () => void };

function Failed({ error, retry }: FailedProps) {
  const { t } = useLocale();
  const notFetched = error instanceof PageNotFetched;
  return (
    <Notice kind="error">
      <p>{notFetched ? t.shell.failedFetch : t.shell.failedPanel}</p>
      {!notFetched && <p className="quiet-text">{error instanceof Error ? error.message : String(error)}</p>}
      <button type="button" className="button" onClick={notFetched ? () => location.reload() : retry}>
        {notFetched ? t.shell.reload : t.shell.tryAgain}
      </button>
    </Notice>
  );
}
