import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { Suspense } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { ErrorBoundary } from "./error-boundary.tsx";
import { lazyPart } from "./lazy-part.tsx";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it("says plainly that a part did not load, and loads it when asked again", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const load = vi.fn().mockRejectedValueOnce(new TypeError("Failed to fetch dynamically imported module: /a.js")).mockResolvedValue(() => <p>Here it is</p>);
  const Part = lazyPart(load);
  render(
    <ErrorBoundary>
      <Suspense>
        <Part />
      </Suspense>
    </ErrorBoundary>,
  );
  expect(await screen.findByRole("heading", { name: "This part could not be loaded" })).toBeDefined();
  expect(screen.queryByText(/fault is ours/)).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Here it is")).toBeDefined();
  expect(load).toHaveBeenCalledTimes(2);
});
