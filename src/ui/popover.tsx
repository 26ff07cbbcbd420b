import { Popover as AriakitPopover, PopoverDisclosure, PopoverHeading, PopoverProvider } from "@ariakit/react/popover";
import { useId, useRef, type ReactElement, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { Icon } from "./icons.tsx";
import styles from "./popover.module.css";

interface PopoverProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The button that opens it; it gets the popup attributes and the focus back. */
  readonly trigger: ReactElement;
  /** Names the popover; takes the focus when it opens. */
  readonly heading: ReactNode;
  readonly children: ReactNode;
}

/**
 * A non-modal dialog beside its button; a sheet at the lower edge on small screens. Opens on press, never on hover.
 * Escape closes it and gives focus back; so does leaving it with Tab or a press elsewhere.
 */
export function Popover({ open, onOpenChange, trigger, heading, children }: PopoverProps) {
  const headingId = useId();
  const head = useRef<HTMLHeadingElement>(null);
  return (
    <PopoverProvider open={open} setOpen={onOpenChange} placement="bottom-start">
      <PopoverDisclosure render={trigger} />
      <AriakitPopover
        className={styles.popover}
        wrapperProps={{ className: styles.wrapper }}
        portal
        gutter={6}
        overflowPadding={12}
        unmountOnHide
        autoFocusOnShow
        initialFocus={head}
        aria-labelledby={headingId}
        onBlur={(event) => {
          const next = event.relatedTarget;
          if (next instanceof Node && !event.currentTarget.contains(next)) onOpenChange(false);
        }}
      >
        <div className={styles.head}>
          <PopoverHeading id={headingId} ref={head} tabIndex={-1} render={<h2 />} className={styles.heading}>
            {heading}
          </PopoverHeading>
          <Button kind="quiet" size="small" square aria-label="Close" onClick={() => onOpenChange(false)}>
            <Icon name="close" />
          </Button>
        </div>
        <div className={styles.body}>{children}</div>
      </AriakitPopover>
    </PopoverProvider>
  );
}
