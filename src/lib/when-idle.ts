/** Runs work when the browser has nothing better to do, at the latest after two seconds; returns how to call it off. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(work, 50);
    return () => clearTimeout(timer);
  }
  const id = requestIdleCallback(work, { timeout: 2000 });
  return () => cancelIdleCallback(id);
}

/**
 * Runs steps one after the other, each when the browser is idle, so that the page answers in between; returns how to call
 * off those that are left.
 */
export function stepwise(steps: readonly (() => void)[], atEnd: () => void): () => void {
  let cancel: () => void = () => undefined;
  const next = (at: number) => {
    const step = steps[at];
    if (!step) {
      atEnd();
      return;
    }
    cancel = whenIdle(() => {
      step();
      next(at + 1);
    });
  };
  next(0);
  return () => cancel();
}
