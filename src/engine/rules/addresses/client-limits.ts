import { ciliumClientLimits } from "../../facts/balancers.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { addressTakers } from "./pool.ts";

/** How often, each second, an agent of Cilium may ask the Kubernetes API. */
export interface ClientLimits {
  readonly qps: number;
  readonly burst: number;
}

/** Limits that bear the renewals of every announced address on one agent, beside what it asks anyway. */
function limitsFor(read: Reader, services: number): ClientLimits {
  const { qps, burst, renewSeconds } = read.fact(ciliumClientLimits);
  const renewals = Math.ceil(services / renewSeconds);
  return { qps: qps + renewals, burst: burst + 2 * renewals };
}

/** Limits for the Services of a cluster; waits for their number. */
export const clientLimits = (read: Reader, cluster: string): ClientLimits => limitsFor(read, read.rule(addressTakers, cluster).needed);

/** The same, as far as their number is known. */
export function clientLimitsSoFar(read: Reader, cluster: string): Exclude<Outcome<ClientLimits>, { kind: "not-applicable" }> {
  const takers = read.outcome(addressTakers, cluster);
  return takers.kind === "waiting" ? takers : { kind: "known", value: limitsFor(read, takers.kind === "known" ? takers.value.needed : 0) };
}

/** A text of a load balancer's record, with `{qps}` and `{burst}` filled in. */
export const withLimits = (text: string, { qps, burst }: ClientLimits): string => text.replaceAll("{qps}", String(qps)).replaceAll("{burst}", String(burst));

/** Whether a text of a load balancer's record names client limits. */
export const namesLimits = (text: string): boolean => /\{(?:qps|burst)\}/.test(text);
