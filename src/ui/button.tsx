import type { ButtonHTMLAttributes, AnchorHTMLAttributes, Ref } from "react";
import { classes } from "./classes.ts";
import styles from "./button.module.css";

export type ButtonKind = "primary" | "secondary" | "quiet" | "link" | "danger";

interface Look {
  /** `primary` once per view; `link` reads as a link and does something; `quiet` has no edge until it is pointed at. */
  readonly kind?: ButtonKind;
  readonly size?: "small" | "medium" | "large";
  /** Square, for a single icon; give it an `aria-label`. */
  readonly square?: boolean;
}

const look = ({ kind = "secondary", size = "medium", square = false }: Look, className?: string) =>
  classes(styles.button, styles[kind], kind !== "link" && styles[size], square && styles.square, className);

/** A native button; `type="button"` unless said otherwise. */
export function Button({ kind, size, square, className, type = "button", ...rest }: Look & ButtonHTMLAttributes<HTMLButtonElement> & { readonly ref?: Ref<HTMLButtonElement> }) {
  return <button type={type} className={look({ ...(kind && { kind }), ...(size && { size }), ...(square && { square }) }, className)} {...rest} />;
}

/** A native link that looks like a button: it leads somewhere. */
export function LinkButton({ kind, size, square, className, children, ...rest }: Look & AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string; readonly ref?: Ref<HTMLAnchorElement> }) {
  return (
    <a className={look({ ...(kind && { kind }), ...(size && { size }), ...(square && { square }) }, className)} {...rest}>
      {children}
    </a>
  );
}
