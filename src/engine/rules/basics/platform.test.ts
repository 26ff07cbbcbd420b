import { expect, test } from "vitest";
import { answersOf, cellOf, type Changes } from "../../testing/reference.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Sourced } from "../../releases/release.ts";
import { citing, masterCluster } from "./platform.ts";

const role = (id: string): string => `infrastructure.clusters.${id}.role`;
const outcome = (roles: Readonly<Record<string, string | undefined>>) =>
  cellOf(masterCluster, answersOf(Object.fromEntries(Object.entries(roles).flatMap(([id, value]) => [[`infrastructure.clusters.${id}.name`, id], [role(id), value]])) as Changes)).outcome;

test.each<[string, Readonly<Record<string, string | undefined>>, unknown]>([
  ["the first that has the role", { a: "seed", b: "master", c: "master-and-seed" }, { kind: "known", value: "b" }],
  ["one with roles to come behind it", { a: "master-and-seed", b: undefined }, { kind: "known", value: "a" }],
  ["none of two Seeds", { a: "seed", b: "seed" }, { kind: "not-applicable" }],
])("the master is %s", (_name, roles, expected) => expect(outcome(roles)).toMatchObject(expected as object));

test("a cluster without a role may be the master, so that none after it is taken for one", () => {
  expect(outcome({ a: undefined, b: "master-and-seed" })).toMatchObject({ kind: "waiting" });
});

test("a record that cites its parts is read like any object", () => {
  const cited: string[] = [];
  const record = citing<Sourced & { readonly title: string; readonly port: number }>({ cite: (...sources: readonly string[]) => cited.push(...sources) } as unknown as Reader, { title: "NGINX", port: 443, sources: ["kkp.install-ce"], sourcesOf: { port: ["kkp.install-ce"] } });
  expect(Object.hasOwn(record, "title")).toBe(true);
  expect(record.constructor).toBe(Object);
  expect([record.title, cited]).toEqual(["NGINX", []]);
  expect([record.port, cited]).toEqual([443, ["kkp.install-ce"]]);
});
