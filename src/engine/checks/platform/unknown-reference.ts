import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { ListedKind } from "../../answers/answers.ts";
import type { Question } from "../../answers/question.ts";
import { check } from "../../kernel/check.ts";
import { clusterName, datacenterName } from "../../rules/basics/platform.ts";

/** Answers that point at a place or cluster which is not, or no longer, part of the plan. */
export const unknownReference = check({
  id: "platform.unknown-reference",
  title: "Every place and Seed that is named exists",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.code.datacenter"],
  examine: (read, _plan, report) => {
    const known = { place: new Set(read.subjects("place")), cluster: new Set(read.subjects("cluster")), datacenter: new Set<string>() };
    const test = (question: Question<string>, id: string, kind: ListedKind, name: string, what: string) => {
      const value = read.optional(question, id);
      if (value === undefined || known[kind].has(value)) return;
      report({
        key: `${question.key}~${id}`,
        title: `${what} of ${name} is not part of the plan`,
        message: `The answer names ${value}, and nothing in this plan has that id; it may have been deleted.`,
        remedy: `Choose the ${what.toLowerCase()} of ${name} again.`,
        answers: [read.path(question, id)],
      });
    };
    for (const id of read.subjects("cluster")) test(infrastructure.cluster.place, id, "place", clusterName(read, id), "Place");
    const others = read.subjects("cluster").filter((id) => ["seed", "master-and-seed"].includes(read.optional(infrastructure.cluster.role, id) ?? ""));
    for (const id of read.subjects("datacenter")) {
      const name = datacenterName(read, id);
      test(infrastructure.datacenter.place, id, "place", name, "Place");
      test(infrastructure.datacenter.seed, id, "cluster", name, "Seed");
      const seed = read.optional(infrastructure.datacenter.seed, id);
      if (seed === undefined || read.optional(infrastructure.cluster.role, seed) !== "master") continue;
      report({
        key: `no-seed~${id}`,
        title: `${clusterName(read, seed)} runs no user clusters`,
        message: `${name} names ${clusterName(read, seed)} as its Seed, which is a master only.`,
        remedy: `Choose a Seed for ${name}, or make ${clusterName(read, seed)} master and Seed in one.`,
        fixes: [
          ...others.slice(0, 1).map((other) => ({ title: `Serve ${name} from ${clusterName(read, other)}`, set: [{ path: read.path(infrastructure.datacenter.seed, id), value: other }] })),
          { title: `Make ${clusterName(read, seed)} master and Seed in one`, set: [{ path: read.path(infrastructure.cluster.role, seed), value: "master-and-seed" }] },
        ],
        answers: [read.path(infrastructure.datacenter.seed, id), read.path(infrastructure.cluster.role, seed)],
      });
    }
  },
});
