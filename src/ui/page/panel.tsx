/** Keeps a fault inside the panel where it happened; the rest of the page goes on. */
import { Component, type ReactNode } from 'react';
import { useLocale } from '../locale.tsx';
import { Notice } from './page.tsx';

type PanelProps = { readonly children: ReactNode };
type Failure = { readonly message: string | null };

export class Panel extends Component<PanelProps, Failure> {
  override readonly state: Failure = { message: null };

  static getDerivedStateFromError(error: unknown): Failure {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return <Failed message={message} retry={() => this.setState({ message: null })} />;
  }
}

function Failed({ message, retry }: { readonly message: string; readonly retry: () => void }) {
  const { t } = useLocale();
  return (
    <Notice kind="error">
      <p>{t.shell.failedPanel}</p>
      <p className="quiet-text">{message}</p>
      <button type="button" className="button" onClick={retry}>
        {t.shell.tryAgain}
      </button>
    </Notice>
  );
}
