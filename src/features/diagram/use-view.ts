import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from "react";
import { pan, zoom, type ViewBox } from "./view-box.ts";

const STEP = 0.12;
const CLOSER = 0.8;
/** A pointer that moves less than this, in pixels, meant to choose, not to drag. */
const STILL = 4;

const MOVES: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** What moves a drawing: buttons, keys, dragging, and the wheel with Ctrl. */
export interface View {
  readonly box: ViewBox;
  readonly dragging: boolean;
  readonly closer: () => void;
  readonly farther: () => void;
  readonly reset: () => void;
  readonly move: (key: keyof typeof MOVES) => void;
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: (event: PointerEvent) => void;
  };
}

/** Keeps what part of a drawing is shown; a new drawing is shown whole until somebody moves it. */
export function useView(whole: ViewBox, surface: RefObject<SVGSVGElement | null>): View {
  const [moved, setMoved] = useState<ViewBox | undefined>(undefined);
  const [dragging, setDragging] = useState(false);
  const grip = useRef<{ x: number; y: number; box: ViewBox } | undefined>(undefined);
  const box = moved ?? whole;
  const change = (next: (view: ViewBox) => ViewBox) => setMoved((view) => next(view ?? whole));
  const move = (key: string) => {
    const step = MOVES[key];
    if (step) change((view) => pan(view, step[0], step[1], whole));
  };

  useEffect(() => {
    const element = surface.current;
    if (!element) return undefined;
    const onWheel = (event: WheelEvent) => {
      // Without Ctrl the wheel belongs to the page.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top, width, height } = element.getBoundingClientRect();
      const at = { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
      setMoved((view) => zoom(view ?? whole, event.deltaY < 0 ? CLOSER : 1 / CLOSER, whole, at));
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [whole, surface]);

  const drop = () => {
    grip.current = undefined;
    setDragging(false);
  };
  return {
    box,
    dragging,
    closer: () => change((view) => zoom(view, CLOSER, whole)),
    farther: () => change((view) => zoom(view, 1 / CLOSER, whole)),
    reset: () => setMoved(undefined),
    move,
    handlers: {
      onKeyDown: (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key in MOVES) move(event.key);
        else if (event.key === "+" || event.key === "=") change((view) => zoom(view, CLOSER, whole));
        else if (event.key === "-") change((view) => zoom(view, 1 / CLOSER, whole));
        else if (event.key === "0") setMoved(undefined);
        else return;
        event.preventDefault();
      },
      onPointerDown: (event) => {
        if (event.button === 0 && event.pointerType !== "touch") grip.current = { x: event.clientX, y: event.clientY, box };
      },
      onPointerMove: (event) => {
        const held = grip.current;
        const size = surface.current?.getBoundingClientRect();
        if (!held || !size) return;
        const [x, y] = [held.x - event.clientX, held.y - event.clientY];
        if (!dragging && Math.hypot(x, y) < STILL) return;
        if (!dragging) {
          setDragging(true);
          surface.current?.setPointerCapture(event.pointerId);
        }
        setMoved(pan(held.box, x / size.width, y / size.height, whole));
      },
      onPointerUp: drop,
      onPointerCancel: drop,
    },
  };
}
