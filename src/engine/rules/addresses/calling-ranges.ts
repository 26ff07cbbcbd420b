import { lookThrough } from "../../answers/answers.ts";
import { access } from "../../answers/chapters/access.ts";
import { operations } from "../../answers/chapters/operations.ts";
import { fronts } from "../../answers/chapters/fronts.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { AddressRange } from "../../plan/plan.ts";
import { parseAny } from "../../values/range.ts";
import { clusterName } from "../basics/platform.ts";
import type { Claimed } from "./overlap-verdicts.ts";

/** A range from which somebody calls the platform, and waits for an answer. */
export interface CallingRange extends Claimed {
  /** `platform`: its nodes alone are called. `everything`: Services of user clusters as well. */
  readonly calls: "platform" | "everything";
}

/** Questions that ask from where something outside calls nodes. */
const SOURCES = [
  [fronts.cluster.applianceSources, (name: string) => `the addresses from which the appliance calls nodes of ${name}`],
  [fronts.cluster.apiBalancerSources, (name: string) => `the addresses from which the load balancer in front of the API of ${name} calls`],
  [fronts.cluster.nodeFrontSources, (name: string) => `the addresses from which node ports of ${name} are led on to`],
] as const;

/** Where users and load balancers outside come from. */
export function callingRanges(read: Reader): readonly CallingRange[] {
  const look = lookThrough(read);
  const rows = (calls: CallingRange["calls"], texts: readonly string[], row: Pick<AddressRange, "title" | "path">, key: string, of = ""): readonly CallingRange[] =>
    texts.flatMap((text, at) => {
      const range = parseAny(text);
      return range ? [{ row: { ...row, id: `range.${key}-${at + 1}${of}`, text, kind: "other" as const, from: read.cell, why: "Calls come from there." }, range, calls }] : [];
    });
  return [
    ...rows("everything", read.optional(access.plan.userNetworks) ?? [], { title: "the network of users", path: read.path(access.plan.userNetworks) }, "users"),
    ...(read.answer(operations.plan.service) === "managed" ? rows("platform", read.optional(operations.plan.serviceNetworks) ?? [], { title: "the network of the managed service", path: read.path(operations.plan.serviceNetworks) }, "service") : []),
    ...read.subjects("cluster").flatMap((cluster) =>
      SOURCES.flatMap(([question, title]) =>
        question.asked?.(look, cluster) === false ? [] : rows("platform", read.optional(question, cluster) ?? [], { title: title(clusterName(read, cluster)), path: read.path(question, cluster) }, question.key, `[${cluster}]`),
      ),
    ),
  ];
}
