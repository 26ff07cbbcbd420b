/** What tabs of this app tell each other about plans. */
export type TabMessage =
  | { readonly type: "written"; readonly planKey: string }
  | { readonly type: "deleted"; readonly planKey: string }
  /** Asks the tab that writes the plan to rename it; it answers `renamed`. */
  | { readonly type: "rename"; readonly planKey: string; readonly name: string }
  | { readonly type: "renamed"; readonly planKey: string }
  | { readonly type: "who-writes"; readonly planKey: string }
  | { readonly type: "i-write"; readonly planKey: string }
  | { readonly type: "give-way"; readonly planKey: string }
  | { readonly type: "free"; readonly planKey: string };

const NAME = "groundplan";
let sender: BroadcastChannel | undefined;

/** Tells the other tabs. Messages never come back to the listeners of this tab that share the sender. */
export function tell(message: TabMessage): void {
  sender ??= new BroadcastChannel(NAME);
  sender.postMessage(message);
}

/** Hears what other tabs tell; returns how to stop. */
export function hear(listener: (message: TabMessage) => void): () => void {
  sender ??= new BroadcastChannel(NAME);
  const channel = sender;
  const onMessage = (event: MessageEvent<TabMessage>) => listener(event.data);
  channel.addEventListener("message", onMessage);
  return () => channel.removeEventListener("message", onMessage);
}

const local = new Set<() => void>();

/** Tells every listener in this and the other tabs that a plan was written. */
export function announceWrite(planKey: string): void {
  tell({ type: "written", planKey });
  local.forEach((listener) => listener());
}

/** Tells every listener in this and the other tabs that a plan was deleted. */
export function announceDeletion(planKey: string): void {
  tell({ type: "deleted", planKey });
  local.forEach((listener) => listener());
}

/** Calls back after any plan was written or deleted, in any tab. */
export function onAnyWrite(listener: () => void): () => void {
  local.add(listener);
  const stop = hear(({ type }) => {
    if (type === "written" || type === "deleted") listener();
  });
  return () => {
    local.delete(listener);
    stop();
  };
}
