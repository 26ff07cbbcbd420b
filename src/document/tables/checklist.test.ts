import { describe, expect, test } from "vitest";
import { starterAnswers, starterNames } from "../../../tests/support/starter-plans.ts";
import { planFrom } from "../../engine/index.ts";
import { scopeOf } from "../scope.ts";
import { plainText } from "../text/inlines.ts";
import { checklist } from "./checklist.ts";

/** Programs, and words of those whose names are words themselves. */
const COMMANDS = /(?<![\w-])(?:kubectl|curl|dig|nc|openssl|govc|gcloud|hcloud|doctl|ldapsearch|crictl|traceroute|ping|ssh|swapon|uname|fio|iperf3|ethtool|kubermatic-installer|helm show|git ls|aws [a-z]|az [a-z]|vault [a-z]|openstack [a-z])(?![\w:-])/;

const proofsOf = (name: string) => {
  const plan = planFrom(starterAnswers(name));
  return (checklist.build(scopeOf({ plan, planId: "0123456789ab", format: 1 }))?.rows ?? []).map(({ cells }) => cells.at(-1) ?? []);
};

test("what is to be known in doing an item stands under its title", () => {
  const plan = planFrom(starterAnswers("air-gapped-bank"));
  const rows = checklist.build(scopeOf({ plan, planId: "0123456789ab", format: 1 }))?.rows ?? [];
  const shown = rows.map(({ cells }) => plainText(cells[2] ?? []));
  expect(shown).toContainEqual(expect.stringMatching(/^VM template for the nodes, Zurich.*A plain VM with disk\.enableUUID on, hardware version 15 or newer and VMware Tools, never a vSphere template object\./s));
  expect(shown).toContainEqual(expect.stringContaining("says preserve_sources_list: true below apt"));
});

describe("how to see that an item is done", () => {
  test.each(starterNames)("has its commands in mono in %s", (name) => {
    const inProse = proofsOf(name).filter((cell) => cell.some((inline) => inline.type === "text" && COMMANDS.test(inline.value)));
    expect(inProse.map(plainText)).toEqual([]);
    expect(proofsOf(name).some((cell) => cell.some(({ type }) => type === "code"))).toBe(true);
  });

  test("shows no backtick", () => {
    for (const name of starterNames) for (const cell of proofsOf(name)) expect(plainText(cell)).not.toContain("`");
  });
});
