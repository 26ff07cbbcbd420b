import { sizing } from "../../answers/chapters/sizing.ts";
import { antiAffinity } from "../../facts/placement.ts";
import type { Reader } from "../../kernel/rule.ts";
import { formatCount } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";
import { clusterName, releaseIn } from "../basics/platform.ts";
import { atCluster } from "./step.ts";

/** How it is seen that a failing host or zone does not take an etcd with it, and what KKP promises of it; a sentence with a blank before it. */
export function podsApart(read: Reader, seeds: readonly string[]): { readonly text: string; readonly commands: readonly string[] } {
  if (seeds.length === 0) return { text: "", commands: [] };
  const { settable, fields } = read.fact(antiAffinity)[releaseIn(read).id];
  const zoned = seeds.map((seed) => ({ seed, zones: read.answer(sizing.cluster.zones, seed) })).filter(({ zones }) => zones > 1);
  const zones = zoned.length === 0 ? "" : `, and in ${listed(zoned.map(({ seed, zones: count }) => `${formatCount(count, "zone")} on ${clusterName(read, seed)}`))}`;
  const [first = "", ...others] = settable;
  const more = others.length === 0 ? "" : `; the same two hold for ${listed(others)}`;
  return {
    text: ` Members of each etcd stand on nodes of their own${zones}: KKP prefers that and does not insist. Whoever does sets ${listed(fields)} below spec.defaultComponentSettings.${first} of the Seed to required before user clusters are made, and accepts that a pod without such a node never starts${more}.`,
    commands: seeds.flatMap((seed) => [atCluster(read, seed), "kubectl get pods --all-namespaces -l app=etcd -o wide"]),
  };
}
