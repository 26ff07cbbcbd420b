import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { mirrors } from "../../answers/chapters/mirrors.ts";
import { check } from "../../kernel/check.ts";
import type { Reader } from "../../kernel/rule.ts";
import { clusterName, datacenterName } from "../../rules/basics/platform.ts";
import { offlinePlaces, registryInWords } from "../../rules/internet/offline.ts";
import { listed } from "../../values/sentence.ts";

/** Most clusters, and datacenters, that the message names one by one. */
const NAMED = 5;

const some = (names: readonly string[]): string => names.slice(0, NAMED).join(", ") + (names.length > NAMED ? ` and ${names.length - NAMED} more` : "");

/** Clusters and datacenters at places with internet that take images from the private registry all the same. */
export const registryForAll = check({
  id: "internet.registry-for-all",
  title: "All places reach the private registry",
  severity: "warning",
  per: "plan",
  sources: ["kkp.offline"],
  examine: (read, _plan, report) => {
    const offline = new Set(read.rule(offlinePlaces));
    const others = read.subjects("datacenter").filter((id) => !offline.has(read.answer(infrastructure.datacenter.place, id)));
    const clusters = clustersElsewhere(read, offline);
    if (others.length + clusters.length === 0) return;
    const who = [
      ...(clusters.length === 0 ? [] : [`nodes of ${some(clusters.map((id) => clusterName(read, id)))}`]),
      ...(others.length === 0 ? [] : [`workers of ${some(others.map((id) => datacenterName(read, id)))}`]),
    ];
    report({
      title: "Places with internet need the private registry too",
      message: `overwriteRegistry holds for the whole platform: ${listed(who)} load its images from ${registryInWords(read)} as well, although they could reach the internet.`,
      remedy: "Open the private registry to them and give them its CA, or run a platform of its own for the places without internet.",
      answers: [read.path(mirrors.plan.mirrorRegistry), ...clusters.slice(0, NAMED).map((id) => read.path(infrastructure.cluster.place, id)), ...others.slice(0, NAMED).map((id) => read.path(infrastructure.datacenter.place, id))],
    });
  },
});

/** Clusters whose place is said and reaches the internet. */
const clustersElsewhere = (read: Reader, offline: ReadonlySet<string>): readonly string[] =>
  read.subjects("cluster").filter((id) => {
    const place = read.optional(infrastructure.cluster.place, id);
    return place !== undefined && !offline.has(place);
  });
