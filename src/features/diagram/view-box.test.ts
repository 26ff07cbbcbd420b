import { describe, expect, it } from "vitest";
import { fit, pan, zoom } from "./view-box.ts";

const whole = fit({ width: 188, height: 88 });

describe("view box", () => {
  it("fits the whole with a margin", () => expect(whole).toEqual({ x: -6, y: -6, width: 200, height: 100 }));

  it("comes closer around the middle", () => expect(zoom(whole, 0.5, whole)).toEqual({ x: 44, y: 19, width: 100, height: 50 }));

  it("keeps the point under the pointer", () => expect(zoom(whole, 0.5, whole, { x: 0, y: 1 })).toEqual({ x: -6, y: 44, width: 100, height: 50 }));

  it("stops on both ends", () => {
    expect(zoom(whole, 0.001, whole).width).toBe(24);
    expect(zoom(whole, 1000, whole).width).toBe(400);
  });

  it("moves by parts of its size", () => expect(pan(whole, 0.1, -0.1, whole)).toEqual({ x: 14, y: -16, width: 200, height: 100 }));

  it("never loses the drawing", () => {
    expect(pan(whole, 50, 0, whole).x).toBe(174);
    expect(pan(whole, -50, 0, whole).x).toBe(-186);
  });
});
