/** The browser's own modal dialog, driven by `open`. */
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useLocale } from '../locale.tsx';
import { CloseIcon } from '../shell/icons.tsx';

type DialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at the foot. */
  readonly actions?: ReactNode;
};

export function Dialog({ open, onClose, title, children, actions }: DialogProps) {
  const { t } = useLocale();
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (open && !element.current?.open) element.current?.showModal();
    if (!open) element.current?.close();
  }, [open]);
  return (
    <dialog ref={element} className="dialog" aria-labelledby={heading} onClose={onClose}>
      {open && (
        <>
          <header className="dialog-head">
            <h2 id={heading}>{title}</h2>
            <button type="button" className="icon-button" aria-label={t.shell.close} onClick={onClose}>
              <CloseIcon />
            </button>
          </header>
          <div className="dialog-body">{children}</div>
          {actions && <footer className="dialog-foot">{actions}</footer>}
        </>
      )}
    </dialog>
  );
}
