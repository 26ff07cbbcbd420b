import { dns } from "../../answers/chapters/dns.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import { seedDomain } from "../../rules/basics/platform.ts";

/** Clusters, Seed domains or datacenters that share a name. */
export const uniqueNames = check({
  id: "platform.unique-names",
  title: "Names are unique",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.code.seed-validation"],
  examine: (read, _plan, report) => {
    const same = (key: string, named: readonly (readonly [name: string, path: AnswerPath])[], say: (name: string, count: number) => { readonly title: string; readonly message: string }) => {
      const byName = new Map<string, AnswerPath[]>();
      for (const [name, path] of named) byName.set(name, [...(byName.get(name) ?? []), path]);
      for (const [name, answers] of byName) {
        if (answers.length > 1) report({ key: `${key}~${answers[0] ?? ""}`, ...say(name, answers.length), remedy: "Give each a name of its own.", answers });
      }
    };
    const names = (kind: "cluster" | "datacenter") =>
      read.subjects(kind).flatMap((id) => {
        const question = kind === "cluster" ? infrastructure.cluster.name : infrastructure.datacenter.name;
        const name = read.optional(question, id);
        return name === undefined ? [] : [[name, read.path(question, id)] as const];
      });
    same("cluster", names("cluster"), (name, count) => ({
      title: `${count} clusters are called ${name}`,
      message: "Seeds are told apart by their name, and their names in DNS are made of it.",
    }));
    same("datacenter", names("datacenter"), (name, count) => ({
      title: `${count} datacenters are called ${name}`,
      message: "Names of datacenters are unique over all Seeds; KKP refuses the second.",
    }));
    const overwritten = read.subjects("cluster").filter((id) => read.optional(dns.cluster.seedDnsOverwrite, id) !== undefined);
    if (overwritten.length === 0) return;
    const domains = read.subjects("cluster").flatMap((id) => {
      const outcome = read.outcome(seedDomain, id);
      const question = overwritten.includes(id) ? dns.cluster.seedDnsOverwrite : infrastructure.cluster.name;
      return outcome.kind === "known" && read.optional(infrastructure.cluster.role, id) !== "master" ? [[outcome.value, read.path(question, id)] as const] : [];
    });
    same("domain", domains, (name, count) => ({
      title: `${count} Seeds live below ${name}`,
      message: "Their user clusters would share one wildcard record, which leads to one Seed only.",
    }));
  },
});
