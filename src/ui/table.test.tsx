import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Table } from "./table.tsx";

afterEach(cleanup);

it("keeps a sentence with a name in it together in its cell, which on phones is a grid of label and value", () => {
  const columns = [
    { key: "name", title: "Name", cell: () => "Images" },
    { key: "done", title: "Done when", cell: () => <>On a node, <code>crictl pull</code> succeeds</> },
  ];
  render(<Table caption="Checklist" columns={columns} rows={["images"]} rowKey={(row) => row} />);
  const cell = screen.getByRole("cell");
  expect(cell.childNodes).toHaveLength(1);
  expect(cell.textContent).toBe("On a node, crictl pull succeeds");
});
