import { hear, tell } from "./channel.ts";

/** The right to write a plan: one tab at a time has it. */
export interface Claim {
  /** Asks the tab that writes to save and give way, and takes its place. */
  readonly takeOver: () => void;
  /** Gives the right back for good. */
  readonly release: () => void;
}

interface ClaimListener {
  /** Called with each change: whether this tab may write. */
  readonly onChange: (mine: boolean) => void;
  /** Called before giving way; what is still unsaved is saved now. */
  readonly beforeGivingWay: () => Promise<void>;
}

/** Milliseconds after which a tab that does not answer is taken to be frozen or gone. */
const PATIENCE = 1_000;

/**
 * Claims the right to write a plan. The tab that comes later waits, and gets the right when the other tab closes.
 * On plain http, where browsers have no locks, tabs settle it by messages.
 */
export function claimPlan(planKey: string, listener: ClaimListener): Claim {
  return "locks" in navigator ? claimByLock(planKey, listener) : claimByMessages(planKey, listener);
}

function claimByLock(planKey: string, { onChange, beforeGivingWay }: ClaimListener): Claim {
  const name = `groundplan.${planKey}`;
  let gone = false;
  let letGo: (() => void) | undefined;
  let waiting: AbortController | undefined;

  const hold = () =>
    new Promise<void>((resolve) => {
      waiting = undefined;
      if (gone) {
        resolve();
        return;
      }
      letGo = resolve;
      onChange(true);
    });
  // However the right ended (given, stolen, never had), this tab stands in line again.
  const standInLine = () => {
    letGo = undefined;
    if (gone) return;
    onChange(false);
    waiting = new AbortController();
    const left = waiting;
    navigator.locks.request(name, { signal: left.signal }, hold).then(standInLine, () => {
      if (!left.signal.aborted) standInLine();
    });
  };
  navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? hold() : undefined)).then(standInLine, standInLine);

  const stopHearing = hear((message) => {
    if (message.type === "give-way" && message.planKey === planKey && letGo) void beforeGivingWay().finally(() => letGo?.());
  });
  return {
    takeOver() {
      tell({ type: "give-way", planKey });
      setTimeout(() => {
        if (letGo || gone) return;
        waiting?.abort();
        navigator.locks.request(name, { steal: true }, hold).then(standInLine, standInLine);
      }, PATIENCE);
    },
    release() {
      gone = true;
      stopHearing();
      waiting?.abort();
      letGo?.();
    },
  };
}

function claimByMessages(planKey: string, { onChange, beforeGivingWay }: ClaimListener): Claim {
  let state: "asking" | "waiting" | "writing" | "gone" = "asking";
  const write = () => {
    if (state === "gone") return;
    state = "writing";
    tell({ type: "i-write", planKey });
    onChange(true);
  };
  const wait = () => {
    state = "waiting";
    onChange(false);
  };
  const stopHearing = hear((message) => {
    if (message.planKey !== planKey || state === "gone") return;
    if (message.type === "who-writes" && state === "writing") tell({ type: "i-write", planKey });
    if (message.type === "i-write") wait();
    if (message.type === "free" && state === "waiting") write();
    if (message.type === "give-way" && state === "writing") {
      void beforeGivingWay().finally(wait);
    }
  });
  const ask = () => {
    state = "asking";
    tell({ type: "who-writes", planKey });
    setTimeout(() => {
      if (state === "asking") write();
    }, 200);
  };
  // A page that the browser puts away for later cannot answer; it asks again when it comes back.
  const leave = () => {
    if (state === "writing") tell({ type: "free", planKey });
    state = "waiting";
  };
  const comeBack = ({ persisted }: PageTransitionEvent) => {
    if (persisted) ask();
  };
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", comeBack);
  ask();
  return {
    takeOver() {
      tell({ type: "give-way", planKey });
      setTimeout(write, 300);
    },
    release() {
      leave();
      state = "gone";
      stopHearing();
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", comeBack);
    },
  };
}
