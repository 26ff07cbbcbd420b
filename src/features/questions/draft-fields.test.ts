import { describe, expect, it } from "vitest";
import { findQuestion } from "../../engine/index.ts";
import { draftText, fieldsOf } from "./draft-fields.ts";

const pool = findQuestion("loadBalancer.clusters.pool")!;
const peers = findQuestion("loadBalancer.clusters.peers")!;

describe("the fields of a form", () => {
  it("show the draft before the answer", () => {
    expect(fieldsOf(pool, "10.20.30.0/28", undefined)).toEqual({ text: "10.20.30.0/28", rows: [] });
    expect(fieldsOf(pool, "10.20.30.0/28", { text: "10.20.30.0/33", error: "" }).text).toBe("10.20.30.0/33");
  });

  it("bring the rows of a table back from their draft, and none from a broken one", () => {
    const rows = [{ address: "10.20.0.400", asn: "" }];
    expect(fieldsOf(peers, undefined, { text: draftText(rows), error: "" }).rows).toEqual(rows);
    for (const text of ["[1]", "{", "null"]) expect(fieldsOf(peers, undefined, { text, error: "" }).rows).toEqual([]);
  });
});
