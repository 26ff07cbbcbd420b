import { describe, expect, test } from "vitest";
import { planFrom, type Plan } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";

/** Who dials, as proofs say it, with the commands that follow. */
const FROM = /(?:in the node network(?: of (?<nodes>[^`]+?))?|beside the workers of (?<workers>[^`]+?)),? (?<commands>(?:`[^`]*`(?:, | and )?)+)/g;
const DIALLED = /openssl s_client -connect (?<host>\S+?):(?<port>\d+)(?: |$)|--?cacert \S+ https:\/\/(?<server>[^/:`\s]+)(?::(?<at>\d+))?/;
const FILE = /(?:-CAfile|--cacert|--ca-bundle) (?<file>[\w-]+-root\.crt)/g;

/** Sources of firewall rows and of the allow-list by which a host is reached on a port. */
function callersOf({ firewall: { endpoints, flows, external } }: Plan, host: string, port: string): readonly string[] {
  const holds = (ports: string): boolean => ports.split(", ").includes(port) || !/^\d/.test(ports);
  const ends = new Set(endpoints.filter(({ addresses }) => addresses.some((address) => address.kind === "known" && address.value === host)).map(({ id }) => id));
  return [...flows.filter(({ destination, ports }) => ends.has(destination) && holds(ports)), ...external.filter((row) => row.host === host)].map(({ source }) => source);
}

/** What proofs of a checklist dial from a network whose firewall lets it through nowhere. */
function forbidden(plan: Plan): readonly string[] {
  return plan.checklist.flatMap(({ id, verify }) =>
    [...verify.matchAll(FROM)].flatMap(({ groups = {} }) =>
      [...(groups["commands"] ?? "").matchAll(/`([^`]*)`/g)].flatMap(([, command = ""]) => {
        const { host, port = "443", server, at } = DIALLED.exec(command)?.groups ?? {};
        const called = host ?? server;
        if (called === undefined) return [];
        const kind = groups["workers"] === undefined ? "nodes[" : "workers[";
        return callersOf(plan, called, at ?? port).some((source) => source.startsWith(kind)) ? [] : [`${id}: ${kind}…] to ${called}:${at ?? port}`];
      })));
}

/** Files of roots that proofs are made with and that no item of the checklist asks for. */
function unasked({ checklist }: Plan): readonly string[] {
  const asked = new Set(checklist.flatMap(({ title }) => / as (?<file>[\w-]+\.crt)/.exec(title)?.groups?.["file"] ?? []));
  return checklist.flatMap(({ id, verify }) => [...verify.matchAll(FILE)].flatMap(({ groups }) => (groups?.["file"] !== undefined && !asked.has(groups["file"]) ? [`${id}: ${groups["file"]}`] : [])));
}

describe.each([...goldenAnswers()])("%s", (_name, answers) => {
  const plan = planFrom(answers);
  test("proves nothing by a way that its own firewall forbids", () => {
    expect(forbidden(plan)).toEqual([]);
  });
  test("asks for each root that a proof is made with", () => {
    expect(unasked(plan)).toEqual([]);
  });
});

test("the laws know a proof without a row, and a root that nobody asks for", () => {
  const [plan] = [...goldenAnswers().values()].map(planFrom);
  if (!plan) throw new Error("There is no golden plan.");
  const item = { ...plan.checklist[0], id: "todo.x", title: "x", verify: "from a machine in the node network of a `openssl s_client -connect nobody.example:9440 -CAfile nobody-root.crt` ends" } as Plan["checklist"][number];
  expect(forbidden({ ...plan, checklist: [item] })).toEqual(["todo.x: nodes[…] to nobody.example:9440"]);
  expect(unasked({ ...plan, checklist: [item] })).toEqual(["todo.x: nobody-root.crt"]);
});
