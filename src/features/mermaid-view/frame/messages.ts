/** What the app tells the frame: draw this. */
export interface DrawMessage {
  readonly groundplan: "draw";
  readonly source: string;
  readonly dark: boolean;
}

/** What the frame tells the app. It is sandboxed, so all the app believes of it is a height and a sentence. */
export type FrameMessage =
  | { readonly groundplan: "ready" }
  | { readonly groundplan: "drawn"; readonly height: number }
  | { readonly groundplan: "failed"; readonly reason: string };

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> => typeof data === "object" && data !== null;

/** The message in some data, or undefined where it is none. */
export function asDrawMessage(data: unknown): DrawMessage | undefined {
  if (!isRecord(data) || data.groundplan !== "draw" || typeof data.source !== "string") return undefined;
  return { groundplan: "draw", source: data.source, dark: data.dark === true };
}

/** The message in some data, or undefined where it is none. */
export function asFrameMessage(data: unknown): FrameMessage | undefined {
  if (!isRecord(data)) return undefined;
  if (data.groundplan === "ready") return { groundplan: "ready" };
  if (data.groundplan === "drawn" && typeof data.height === "number" && Number.isFinite(data.height)) return { groundplan: "drawn", height: data.height };
  if (data.groundplan === "failed" && typeof data.reason === "string") return { groundplan: "failed", reason: data.reason.slice(0, 300) };
  return undefined;
}
