import { useEffect, useRef, useState, type RefObject } from "react";
import { asFrameMessage, type DrawMessage } from "./frame/messages.ts";

/** How far the picture is. */
export type FrameState = { readonly kind: "loading" } | { readonly kind: "drawn"; readonly height: number } | { readonly kind: "failed"; readonly reason: string };

/** A frame that has not answered after this time will not answer: the page was not built, or the browser refused it. */
const PATIENCE = 15_000;
const TALLEST = 4_000;

/**
 * Talks with the sandboxed frame: sends the source as soon as the frame is ready and on every change, and listens to
 * nothing but this frame, which has no origin.
 */
export function useFrame(source: string, dark: boolean): { readonly frame: RefObject<HTMLIFrameElement | null>; readonly state: FrameState } {
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(false);
  const [state, setState] = useState<FrameState>({ kind: "loading" });

  useEffect(() => {
    const listen = (event: MessageEvent<unknown>) => {
      if (event.source === null || event.source !== frame.current?.contentWindow || event.origin !== "null") return;
      const message = asFrameMessage(event.data);
      if (message?.groundplan === "ready") setReady(true);
      if (message?.groundplan === "drawn") setState({ kind: "drawn", height: Math.min(TALLEST, Math.max(1, message.height)) });
      if (message?.groundplan === "failed") setState({ kind: "failed", reason: message.reason });
    };
    window.addEventListener("message", listen);
    return () => window.removeEventListener("message", listen);
  }, []);

  useEffect(() => {
    if (ready) return;
    const timer = setTimeout(() => setState({ kind: "failed", reason: "The page that draws it did not answer." }), PATIENCE);
    return () => clearTimeout(timer);
  }, [ready]);

  useEffect(() => {
    if (!ready) return;
    const message: DrawMessage = { groundplan: "draw", source, dark };
    // A frame without an origin can be addressed in no other way; nobody else can take its place, as no link leads out of it.
    frame.current?.contentWindow?.postMessage(message, "*");
  }, [ready, source, dark]);

  return { frame, state };
}
