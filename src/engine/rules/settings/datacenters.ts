import { exposure } from "../../answers/chapters/exposure.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { placeholderOf } from "../access/placeholder.ts";
import { secretNames } from "../access/secret-names.ts";
import { partOf, seedCredentials } from "../accounts/seed-accounts.ts";
import { departs } from "../basics/exposure.ts";
import { madeSubnet } from "../basics/made-networks.ts";
import { listed } from "../../values/sentence.ts";
import { nameOfCluster, nameOfDatacenter, datacentersOf, releaseIn, runsAlready, workerNetwork } from "../basics/platform.ts";
import { tenants as everyTenant, tenantsOf } from "../basics/tenants.ts";
import { isPrivate } from "../../values/address.ts";
import type { WorkloadSupplier } from "../../workload-suppliers/workload-supplier.ts";
import { workloadSupplier } from "../workloads/supplier.ts";
import { seedObject, setting, type Found } from "./setting.ts";

/** Datacenters of a Seed whose workloads get their addresses in this way, as far as it is answered. */
export const suppliedBy = (read: Reader, seed: string, is: (supplier: WorkloadSupplier) => boolean): readonly string[] =>
  read.rule(datacentersOf, seed).filter((id) => {
    const outcome = read.outcome(workloadSupplier, id);
    return outcome.kind === "known" && is(outcome.value);
  });

/** Tenants of a datacenter where the platform has others beside them, who must not use it. */
export function reservedFor(read: Reader, datacenter: string): readonly string[] {
  const owners = read.optionalRule(tenantsOf, datacenter) ?? [];
  return (read.optionalRule(everyTenant) ?? []).every((one) => owners.includes(one)) ? [] : owners;
}

/** Fields of a Seed's datacenters that hold for any infrastructure; one rule for all of them, so that many stay quick. */
export const datacenterFields = rule<readonly Setting[]>({
  id: "settings.seeds-datacenters",
  title: "Fields of the Seed's datacenters",
  per: "cluster",
  sources: ["kkp.code.datacenter", "kkp.apiserver-policies", "kkp.kubelb", "kkp.code.preset"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("Datacenters belong to Seeds.");
    const object = seedObject(nameOfCluster(read, cluster));
    const row = (datacenter: string, id: string, field: string, value: Found<Setting["value"] | string>, why: string) => setting(read, { topic: "seeds", object, id: `seeds.${id}[${datacenter}]`, field: `spec.datacenters.${nameOfDatacenter(read, datacenter)}.spec.${field}`, value, why });
    // Which datacenters have a row is no ground of the rows of others; each reads its own again.
    const balanced = read.aside(() => departs(read, "api")) ? read.rule(datacentersOf, cluster).filter((id) => read.aside(() => read.optional(exposure.datacenter.apiLoadBalancer, id)) === true) : [];
    const apis = balanced.map((id) => row(id, "datacenter-api", "apiServerServiceType", () => (read.optional(exposure.datacenter.apiLoadBalancer, id), "LoadBalancer"), `Every API server of ${nameOfDatacenter(read, id)} then gets an address of its own on TCP 443, beside the expose strategy.`));
    const tenants = read.aside(() => suppliedBy(read, cluster, ({ addressesFrom }) => addressesFrom === "hub")).flatMap((id) => {
      const network = read.aside(() => read.outcome(workerNetwork, id));
      // From outside, machines behind a router that KKP makes have floating addresses alone.
      const hidden = read.aside(() => madeSubnet(read, id)) !== undefined;
      const inside = !hidden && network.kind === "known" && isPrivate(network.value.split("/")[0] ?? network.value) ? network.value : undefined;
      return [
        row(id, "datacenter-kubelb", "kubelb.enabled", () => (read.rule(workloadSupplier, id), "true"), `User clusters of ${nameOfDatacenter(read, id)} may take their addresses from KubeLB; each asks for it unless it is enforced.`),
        ...(inside === undefined ? [] : [row(id, "datacenter-kubelb-nodes", "kubelb.nodeAddressType", () => (read.rule(workerNetwork, id), "InternalIP"), `KubeLB would look for external addresses, and workers in ${inside} have none.`)]),
      ];
    });
    const audited = read.aside(() => read.answer(sizing.plan.seedExtras).includes("audit") && releaseIn(read).auditByDatacenter === true) ? read.rule(datacentersOf, cluster) : [];
    const audits = audited.map((id) => row(id, "datacenter-audit", "enforceAuditLogging", () => (read.answer(sizing.plan.seedExtras), releaseIn(read).auditByDatacenter, "true"), `KKP gives the audit logging of ${nameOfCluster(read, cluster)} to no user cluster of ${nameOfDatacenter(read, id)} otherwise; with it a controller keeps it on in each.`));
    const credentials = read.rule(seedCredentials, cluster).map((credential) => {
      const { datacenter, provider, field } = credential;
      const value = () => placeholderOf(read, secretNames.machineUser(nameOfDatacenter(read, datacenter), partOf(credential)), "fill-in");
      return row(datacenter, `datacenter-${partOf(credential)}`, `${provider.id}.${field}`, value, `KKP makes machines of ${nameOfDatacenter(read, datacenter)} with this user and keeps it from user clusters; the user of a Preset, which ends up inside them, would need its rights otherwise.`);
    });
    // Datacenters that run have users already; who they are is no matter of an upgrade.
    const reserved = read.aside(() => runsAlready(read)) ? [] : read.rule(datacentersOf, cluster).flatMap((id) => {
      const owners = read.aside(() => reservedFor(read, id));
      if (owners.length === 0) return [];
      const name = nameOfDatacenter(read, id);
      const value = () => `<fill-in: mail domains of ${listed(reservedFor(read, id))}>`;
      return [
        row(id, "datacenter-users", "requiredEmails", value, `KKP offers ${name} to every user otherwise, and those of other tenants would create machines there.`),
        setting(read, { topic: "seeds", object: `Preset of ${name}`, id: `seeds.preset-users[${id}]`, field: "spec.requiredEmails", value, why: `Whoever may choose the Preset creates machines with the account of ${listed(owners)}; the API of KKP shows it to users with these addresses alone.` }),
      ];
    });
    return [...apis, ...tenants, ...audits, ...credentials, ...reserved];
  },
});
