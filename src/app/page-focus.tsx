import { useEffect } from "react";

/** The path whose page has the focus; the one the app was loaded with needs no help, the browser starts at its top. */
let shown = pathNow();
const scrolled = new Map<string, number>();

function pathNow(): string {
  return window.location.hash.replace(/^#/, "").split("?")[0] || "/";
}

/** Notes how far each page is scrolled, for the way back to it. Called once, when the app starts. */
export function watchScrolling(): void {
  history.scrollRestoration = "manual";
  history.replaceState({ seen: true }, "");
  window.addEventListener("scroll", () => scrolled.set(pathNow(), window.scrollY), { passive: true });
}

/**
 * After a change of page, puts the focus on its heading, so that keyboard and screen reader start there: at its top for
 * a page that was opened, where it was left for a page that was gone back to. Stands behind the page inside the same
 * Suspense, so that it appears with it. `elsewhere`: the page itself focuses what the address asks for. A menu or dialog
 * that someone opened while the page was still on its way keeps the focus; without it, it would close under their hand.
 */
export function PageFocus({ path, elsewhere = false }: { readonly path: string; readonly elsewhere?: boolean }) {
  useEffect(() => {
    if (path === shown) return;
    const heading = document.querySelector<HTMLElement>("main h1");
    if (!heading) return;
    shown = path;
    const state: unknown = history.state;
    const wasHere = typeof state === "object" && state !== null && "seen" in state;
    history.replaceState({ seen: true }, "");
    if (elsewhere || document.activeElement?.closest("[role=menu], [role=dialog]")) return;
    const top = wasHere ? (scrolled.get(path) ?? 0) : 0;
    heading.focus({ preventScroll: true });
    window.scrollTo(0, top);
  }, [path, elsewhere]);
  return null;
}
