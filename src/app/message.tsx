import { createContext, use, type ReactNode } from "react";
import styles from "./message.module.css";

/** Whether the page's main part is already around what is drawn: a page has only one. */
export const InsideMain = createContext(false);

/** A page that is a message: what happened, and the way on. */
export function Message({ children }: { readonly children: ReactNode }) {
  const Part = use(InsideMain) ? "div" : "main";
  return <Part className={styles.page}>{children}</Part>;
}
