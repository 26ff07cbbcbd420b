import { useSyncExternalStore } from "react";

/**
 * Path and query of the app live in the fragment, `#/p/k3/review?team=dns`, so that the build works under any path and
 * from any static server. Shaped as wouter's location and search hooks.
 */
function read(): { readonly path: string; readonly search: string } {
  const [path = "", ...search] = window.location.hash.replace(/^#/, "").split("?");
  return { path: path.startsWith("/") ? path : `/${path}`, search: search.join("?") };
}

/**
 * One listener for all: browsers run microtasks between listeners, and parts of the page would otherwise see the new
 * address one after the other, each in a rendering of its own.
 */
const listeners = new Set<() => void>();
const tellAll = () => {
  listeners.forEach((listener) => listener());
};

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener("hashchange", tellAll);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("hashchange", tellAll);
  };
}

/** Goes to a place in the app; `to` with or without the leading `#`. */
export function navigate(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  const hash = `#${to.replace(/^#/, "")}`;
  if (hash === window.location.hash) return;
  if (!replace) {
    window.location.hash = hash;
    return;
  }
  const before = window.location.href;
  history.replaceState(history.state, "", hash);
  window.dispatchEvent(new HashChangeEvent("hashchange", { oldURL: before, newURL: window.location.href }));
}

/** Location hook for wouter. */
export function useHashLocation(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, () => read().path), navigate];
}

/** Search hook for wouter: the part of the fragment after `?`, without it. */
export function useHashSearch(): string {
  return useSyncExternalStore(subscribe, () => read().search);
}
