import { known, type Value } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { listed } from "../../values/sentence.ts";
import { poolSpace } from "../addresses/pool-space.ts";
import { RUN_SERVICE, runPools, type RunPool } from "../addresses/run-pools.ts";
import { fromAnother } from "../addresses/slot-addresses.ts";
import { nameOfCluster } from "../basics/platform.ts";
import { apart, written } from "./balancers.ts";
import { setting } from "./setting.ts";
import { balancerOf } from "../basics/balancer.ts";

/** Pools that keep the addresses of user clusters apart from those of the platform, so that each Service gets one of its range. */
export const runPoolObjects = rule<readonly Setting[]>({
  id: "settings.balancers-run-pools",
  title: "Pools of user clusters",
  per: "cluster",
  sources: ["metallb.pools", "cilium.lb-ipam", "kkp.code.front-loadbalancer"],
  derive: (read, cluster) => {
    const pools = read.rule(runPools, cluster);
    const kind = balancerOf(read, cluster);
    if (kind.runPools === undefined) return read.notApplicable(`${kind.title} cuts no pools out of a block.`);
    const { rest, own } = kind.runPools;
    const name = nameOfCluster(read, cluster);
    const row = (id: string, object: string, field: string, value: Value<string>, why: string) => setting(read, { topic: "balancers", object: `${object} on ${name}`, id: `balancers.run-${id}[${cluster}]`, field, value, why });
    const addresses = ({ ranges, waits }: RunPool): Value<string> =>
      waits ?? (ranges ? known(ranges.map(written).join(", ")) : fromAnother(read.rule(poolSpace, cluster)));
    const services = ({ runs }: RunPool): string => runs.map((run) => RUN_SERVICE[run]).join(", ");
    const kept = [...pools.map(services), ...(apart(read, cluster) ? ["nodeport-proxy"] : [])];
    return [
      row("rest", rest.object, rest.field, known(rest.value.replace("{services}", kept.join(", "))), `Services of user clusters ask for no address and would get the lowest free one of the block, which no row of the firewall names for them; those of ${name} itself name theirs.`),
      ...pools.flatMap((pool) =>
        own.map(({ object, field, value }, at) =>
          row(
            `${pool.name}-${at}`,
            object.replace("{pool}", pool.name),
            field,
            value === "{addresses}" ? addresses(pool) : known(value.replace("{services}", services(pool))),
            value === "{addresses}"
              ? `Each Service ${listed(pool.runs.map((run) => RUN_SERVICE[run]))} gets one of these and no other. A user cluster beyond them waits without an address until the range grows, here, in the pool platform and in the firewall.`
              : `It leaves other Services of ${name} out.`,
          ),
        ),
      ),
    ];
  },
});
