import { describe, expect, it } from "vitest";
import { indexAnswers } from "../../src/engine/answers/answers.ts";
import { planFrom, withAnswer, type AnswerValue, type Answers, type Plan } from "../../src/engine/index.ts";
import { Evaluation } from "../../src/engine/kernel/evaluation.ts";
import { PLAN } from "../../src/engine/kernel/outcome.ts";
import { namedHosts } from "../../src/engine/rules/internet/named-hosts.ts";
import { goldenAnswers } from "../support/golden-plans.ts";

const changed = (answers: Answers, changes: Readonly<Record<string, AnswerValue>>): Answers => Object.entries(changes).reduce((all, [path, value]) => withAnswer(all, path, value), answers);

/** A golden plan whose places all stand behind one proxy, to which alone all its systems answer. */
function behind(answers: Answers): { readonly plan: Plan; readonly hosts: readonly string[] } {
  const fields: Readonly<Record<string, AnswerValue>> = { internet: "proxy", proxyAddress: "proxy.law.example", proxyPort: 3128 };
  const proxied = changed(answers, Object.fromEntries(answers.subjects.place.flatMap((place) => Object.entries(fields).map(([key, value]) => [`network.places.${place}.${key}`, value] as const))));
  const { outcome } = new Evaluation(indexAnswers(proxied)).cell(namedHosts, PLAN);
  if (outcome.kind !== "known") throw new Error(`Its named systems are ${outcome.kind}`);
  const hosts = [...new Set(outcome.value.map(({ host }) => host.toLowerCase()))];
  return { plan: planFrom(changed(proxied, { "network.proxiedHosts": hosts })), hosts };
}

describe.each([...goldenAnswers()])("behind a proxy that alone leads to its systems, %s", (_name, answers) => {
  const { plan, hosts } = behind(answers);
  const told = new Set(plan.findings.filter(({ check }) => check === "internet.proxy-left-past").map(({ id }) => id.split("#")[1]));
  const text = ({ value }: Plan["settings"][number]): string => (value.kind === "known" ? value.value : "");
  const isProxy = (row: Plan["settings"][number]): boolean => text(row).includes("proxy.law.example");

  it("names none of them in NO_PROXY", () => {
    const lists = [...plan.settings.filter(({ field }) => /no_?proxy$/i.test(field)).map(text), ...plan.runbook.flatMap(({ commands }) => commands).flatMap((line) => /NO_PROXY=(\S+)/.exec(line)?.[1] ?? [])];
    expect(hosts.filter((host) => lists.some((list) => list.replaceAll("'", "").split(",").includes(host)))).toEqual([]);
  });

  it("gives the proxy to whatever is given such a host, or tells what takes none", () => {
    const certManager = plan.settings.some((row) => row.field === "cert-manager.https_proxy");
    const without = plan.settings.filter((row) => {
      const host = hosts.find((one) => text(row).toLowerCase().includes(one));
      if (host === undefined || told.has(host)) return false;
      const given = row.object.startsWith("ClusterIssuer") ? certManager : plan.settings.some((other) => other.object === row.object && isProxy(other));
      return !given;
    });
    expect(without.map(({ object, field }) => `${object}: ${field}`)).toEqual([]);
  });

  it("leads past the proxy only what is told", () => {
    const shown = new Map(plan.firewall.endpoints.map((end) => [end.id, JSON.stringify(end).toLowerCase()]));
    const direct = plan.firewall.flows.filter(({ id, source, destination, protocol }) => {
      const host = hosts.find((one) => shown.get(destination)?.includes(`"${one}"`) === true);
      // The infrastructure is dialled directly, whoever logs in by it; questions to a DNS server pass no proxy.
      return protocol === "TCP" && host !== undefined && /^(?:nodes|workers|bastion)\[/.test(source) && !destination.startsWith("provider-api") && !told.has(host) && !id.startsWith("flow.P5");
    });
    expect(direct.map(({ id }) => id)).toEqual([]);
  });
});
