import { Menu as AriakitMenu, MenuButton, MenuItem as AriakitMenuItem, MenuProvider, MenuSeparator } from "@ariakit/react/menu";
import type { ReactElement, ReactNode } from "react";
import styles from "./menu.module.css";
import { classes } from "./classes.ts";

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** Name of the menu, for people who listen. */
  readonly label: string;
  /** `MenuItem` and `MenuLine` elements. */
  readonly children: ReactNode;
}

/** A menu of actions; arrows, typing to find, Escape and Home and End as in the WAI-ARIA practices. */
export function Menu({ trigger, label, children }: MenuProps) {
  return (
    <MenuProvider placement="bottom-start">
      <MenuButton render={trigger} />
      <AriakitMenu className={styles.menu} gutter={4} overflowPadding={8} unmountOnHide aria-label={label}>
        {children}
      </AriakitMenu>
    </MenuProvider>
  );
}

interface MenuItemProps {
  readonly onSelect: () => void;
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
  /** Keys that do the same, as people read them: "Ctrl Z". */
  readonly keys?: string;
  readonly danger?: boolean;
}

/** One action of a menu. */
export function MenuItem({ onSelect, children, icon, disabled = false, keys, danger = false }: MenuItemProps) {
  return (
    <AriakitMenuItem className={classes(styles.item, danger && styles.danger)} disabled={disabled} onClick={onSelect}>
      {icon}
      <span className={styles.text}>{children}</span>
      {keys && <kbd className={styles.keys}>{keys}</kbd>}
    </AriakitMenuItem>
  );
}

/** Separates groups of actions. */
export function MenuLine() {
  return <MenuSeparator className={styles.line} />;
}
