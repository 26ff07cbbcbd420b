import { useEffect } from "react";

/** Names the page in the browser's tab and history; people who listen hear it first. */
export function useDocumentTitle(...parts: readonly string[]): void {
  const title = [...parts, "Groundplan"].join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
