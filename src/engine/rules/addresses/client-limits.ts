import { ciliumClientLimits } from "../../facts/balancers.ts";
import { rule } from "../../kernel/rule.ts";
import { servicesOf } from "./pool.ts";

/** How often, each second, an agent may ask the Kubernetes API. */
export interface ClientLimits {
  readonly qps: number;
  readonly burst: number;
}

/** Limits of an agent of Cilium that holds the lease of every announced address, beside what it asks anyway. */
export const clientLimits = rule<ClientLimits>({
  id: "addresses.client-limits",
  title: "Client limits of Cilium",
  per: "cluster",
  sources: ["cilium.l2"],
  derive: (read, cluster) => {
    const { qps, burst, renewSeconds } = read.fact(ciliumClientLimits);
    const renewals = Math.ceil(servicesOf(read, cluster).needed / renewSeconds);
    return { qps: qps + renewals, burst: burst + 2 * renewals };
  },
});

/** A text of a load balancer's record, with `{qps}` and `{burst}` filled in. */
export const withLimits = (text: string, { qps, burst }: ClientLimits): string => text.replaceAll("{qps}", String(qps)).replaceAll("{burst}", String(burst));

/** Whether a text of a load balancer's record names client limits. */
export const namesLimits = (text: string): boolean => /\{(?:qps|burst)\}/.test(text);
