import { useSyncExternalStore } from "react";

export type Theme = "light" | "dark";

const KEY = "groundplan.theme";
const system = () => window.matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

function chosen(): Theme | undefined {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : undefined;
}

/** Puts the theme that was chosen on this device on the page; without a choice the system's holds. */
export function applyChosenTheme(): void {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept === "light" || kept === "dark") document.documentElement.dataset["theme"] = kept;
  } catch {
    return;
  }
}

/** Chooses a theme for this device. Where nothing can be kept, it holds until the page goes. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
  listeners.forEach((listener) => listener());
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    return;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const query = system();
  query.addEventListener("change", listener);
  return () => {
    listeners.delete(listener);
    query.removeEventListener("change", listener);
  };
}

/** The theme on the screen. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => chosen() ?? (system().matches ? "dark" : "light"));
}
