import { hear, tell, type TabMessage } from "./channel.ts";

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
  const name = lockOf(planKey);
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

const lockOf = (planKey: string) => `groundplan.${planKey}`;

/**
 * Does a small job as the one that writes a plan. Where another tab has that right, it is asked to do the job instead.
 * @throws Error when that tab does not answer
 */
export async function asWriter(planKey: string, request: TabMessage & { readonly type: "rename" }, job: () => Promise<void>): Promise<void> {
  const answered = new Promise<boolean>((resolve) => {
    const stop = hear((message) => {
      if (message.type === "renamed" && message.planKey === planKey) finish(true);
    });
    const timer = setTimeout(() => finish(false), PATIENCE);
    const finish = (did: boolean) => {
      clearTimeout(timer);
      stop();
      resolve(did);
    };
  });
  if (await doneUnclaimed(planKey, job)) return;
  tell(request);
  // The tab may have closed meanwhile, or may be this one, on its way out of the plan.
  if (!(await answered) && !(await doneUnclaimed(planKey, job))) throw new Error("The tab that has this plan open does not answer. Close it and try again.");
}

/** Does the job if no tab has the right to write the plan; says whether it did. */
async function doneUnclaimed(planKey: string, job: () => Promise<void>): Promise<boolean> {
  const free = "locks" in navigator ? undefined : await nobodyAnswers(planKey);
  if (free === undefined) {
    return navigator.locks.request(lockOf(planKey), { ifAvailable: true }, async (lock) => {
      if (lock) await job();
      return lock !== null;
    });
  }
  if (free) await job();
  return free;
}

function nobodyAnswers(planKey: string): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = hear((message) => {
      if (message.type === "i-write" && message.planKey === planKey) finish(false);
    });
    const timer = setTimeout(() => finish(true), 200);
    const finish = (free: boolean) => {
      clearTimeout(timer);
      stop();
      resolve(free);
    };
    tell({ type: "who-writes", planKey });
  });
}
