import { expect, test } from "vitest";
import { nestedFields } from "./nested-fields.ts";

test("fields with dots become maps in maps, each map once", () => {
  expect(
    nestedFields([
      { field: "imagePullSecrets", value: "[{name: pull}]" },
      { field: "kubelb.skipConfigGeneration", value: "false" },
      { field: "kkpintegration.rbac", value: "true" },
      { field: "kubelb.backendTransport.mode", value: "MTLS" },
    ]),
  ).toEqual(["imagePullSecrets: [{name: pull}]", "kubelb:", "  skipConfigGeneration: false", "  backendTransport:", "    mode: MTLS", "kkpintegration:", "  rbac: true"]);
});

test("no field is an empty document", () => {
  expect(nestedFields([])).toEqual(["{}"]);
});
