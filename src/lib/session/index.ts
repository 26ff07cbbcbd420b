export { useAnswer, useSaved, useSession, type SavedState, type Session } from "./session-context.ts";
export type { Draft, Drafts, Typing } from "./session-state.ts";
