import { useEffect, useId, useRef, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { classes } from "./classes.ts";
import { Icon } from "./icons.tsx";
import styles from "./dialog.module.css";

interface DialogProps {
  readonly open: boolean;
  /** Called when the person closes it: Escape, the close button, or a press beside it. */
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons at the foot. */
  readonly actions?: ReactNode;
  /** `sheet` rises from the lower edge and fills small screens; `drawer` slides in from the right. */
  readonly shape?: "dialog" | "wide" | "sheet" | "drawer";
}

/** A modal native dialog: the browser keeps focus inside, closes on Escape and gives focus back. */
export function Dialog({ open, onClose, title, children, actions, shape = "dialog" }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);

  return (
    <dialog
      ref={element}
      className={classes(styles.dialog, styles[shape])}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      {open && (
        <div className={styles.inside}>
          <div className={styles.head}>
            <h2 id={heading} tabIndex={-1}>
              {title}
            </h2>
            <Button kind="quiet" square aria-label="Close" onClick={onClose}>
              <Icon name="close" />
            </Button>
          </div>
          <div className={styles.body}>{children}</div>
          {actions && <footer className={styles.foot}>{actions}</footer>}
        </div>
      )}
    </dialog>
  );
}

/** A dialog that rises from the lower edge; full height on phones. */
export function Sheet(props: Omit<DialogProps, "shape">) {
  return <Dialog {...props} shape="sheet" />;
}
