/** The part of a drawing that is shown, in the drawing's own points. */
export interface ViewBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Room around the drawing, so that no outline is cut. */
const MARGIN = 6;
/** How much of the whole may be shown at least and at most. */
const CLOSEST = 0.12;
const FARTHEST = 2;

/** Everything. */
export function fit({ width, height }: { readonly width: number; readonly height: number }): ViewBox {
  return { x: -MARGIN, y: -MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
}

/**
 * Shows less or more, keeping one point where it is.
 *
 * @param factor Below 1 comes closer.
 * @param at Point that stays, as parts of width and height; the middle unless said otherwise.
 * @param whole What `fit` shows; zooming stops far inside and outside of it.
 */
export function zoom(view: ViewBox, factor: number, whole: ViewBox, at: { readonly x: number; readonly y: number } = { x: 0.5, y: 0.5 }): ViewBox {
  const width = Math.min(whole.width * FARTHEST, Math.max(whole.width * CLOSEST, view.width * factor));
  const height = (width * view.height) / view.width;
  return { x: view.x + (view.width - width) * at.x, y: view.y + (view.height - height) * at.y, width, height };
}

/** Moves the view by parts of its size; the drawing's middle never leaves it by more than the drawing's size. */
export function pan(view: ViewBox, right: number, down: number, whole: ViewBox): ViewBox {
  const within = (value: number, start: number, size: number, own: number) => Math.min(start + size - own * 0.1, Math.max(start - own * 0.9, value));
  return {
    ...view,
    x: within(view.x + right * view.width, whole.x, whole.width, view.width),
    y: within(view.y + down * view.height, whole.y, whole.height, view.height),
  };
}
