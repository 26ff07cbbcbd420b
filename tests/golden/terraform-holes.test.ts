import { expect, test } from "vitest";
import { planFrom } from "../../src/engine/index.ts";
import { providers } from "../../src/engine/providers/registry.ts";
import { goldenAnswers } from "../support/golden-plans.ts";
import { additionalSeed } from "./integrations.ts";

const plans = [...goldenAnswers(), ...providers.map((provider) => [`a Seed on ${provider.title}`, additionalSeed(provider)] as const)];

/** Variables that an answer fills, by the question that these plans leave open. */
const WAITS: Readonly<Record<string, string>> = { subnet_dns_servers: "dnsServers", network_dns_server_1: "dnsServers", network_dns_server_2: "dnsServers" };

test.each(plans)("%s: every hole of terraform.tfvars is named by an item, or waits for an answer", (_name, answers) => {
  const { checklist, runbook, openPoints } = planFrom(answers);
  const files = runbook.flatMap(({ files: all = [] }) => all.filter(({ name }) => name.endsWith("/terraform.tfvars")));
  const unnamed = files.flatMap(({ name, lines }) => {
    const item = checklist.find(({ id, verify }) => id.startsWith("todo.terraform-values[") && verify.includes(`in ${name}: `));
    return lines.flatMap((line) => {
      const [, variable = ""] = /^(\w+) = .*<fill-in: /.exec(line) ?? [];
      return variable === "" || item?.title.includes(variable) === true ? [] : [`${name}: ${variable}`];
    });
  });
  const asked = openPoints.map(({ path }) => path);
  expect(unnamed.filter((hole) => !asked.some((path) => path.endsWith(`.${WAITS[hole.replace(/^.*: /, "")] ?? "?"}`)))).toEqual([]);
  // No item names one without a word of what it takes.
  expect(checklist.filter(({ id, verify }) => id.startsWith("todo.terraform-values[") && /, (?:;|$)/.test(verify)).map(({ verify }) => verify)).toEqual([]);
});
