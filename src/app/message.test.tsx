import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "./error-boundary.tsx";
import { InsideMain } from "./message.tsx";
import { NotFound } from "./not-found.tsx";

function Broken(): never {
  throw new Error("out of order");
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("a message instead of a page", () => {
  it.each([
    ["a fault", <ErrorBoundary key="fault"><Broken /></ErrorBoundary>],
    ["an address that leads nowhere", <NotFound key="nowhere" what="Nothing." />],
  ])("is the one main part of the page: %s", (_what, message) => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    render(message);
    expect(screen.getAllByRole("main")).toHaveLength(1);
    cleanup();
    render(
      <main>
        <InsideMain value>{message}</InsideMain>
      </main>,
    );
    expect(screen.getAllByRole("main")).toHaveLength(1);
    expect(screen.getByRole("heading", { level: 1 })).toBeTruthy();
  });
});
