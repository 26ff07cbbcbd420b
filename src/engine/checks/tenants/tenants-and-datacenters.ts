import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { tenants, tenantsOf } from "../../rules/basics/tenants.ts";
import { listed } from "../../values/sentence.ts";

/** Tenants that no datacenter serves, and datacenters that name a tenant nobody listed. */
export const tenantsAndDatacenters = check({
  id: "tenants.tenants-and-datacenters",
  title: "Tenants and their datacenters",
  severity: "warning",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  examine: (read, _plan, report) => {
    const all = read.rule(tenants);
    if (all.length === 0) return;
    const path = read.path(infrastructure.plan.tenants);
    const served = new Set<string>();
    const strangers: { readonly id: string; readonly names: readonly string[] }[] = [];
    const known = new Set(all);
    for (const id of read.subjects("datacenter")) {
      const here = read.rule(tenantsOf, id);
      for (const name of here) served.add(name);
      const names = [...new Set(here)].filter((name) => !known.has(name));
      if (names.length > 0) strangers.push({ id, names });
    }
    const without = all.filter((name) => !served.has(name));
    if (without.length > 0) {
      report({
        key: "without",
        title: `${without.length === 1 ? "A tenant has" : `${without.length} tenants have`} no datacenter`,
        message: `${listed(without)} ${without.length === 1 ? "is" : "are"} listed, and no datacenter names ${without.length === 1 ? "it" : "them"}: network, technical user and Preset would be missing when the first user cluster is created.`,
        remedy: "Add a datacenter for each, or name the tenant at the datacenter it is to use.",
        answers: [path],
      });
    }
    for (const { id, names } of strangers) {
      const one = names.length === 1;
      const spoken = listed(names);
      report({
        key: id,
        title: `${datacenterName(read, id)} serves ${one ? "a tenant that is" : `${names.length} tenants that are`} not listed`,
        message: `${datacenterName(read, id)} names ${spoken}; the list of tenants holds ${listed(all)}.`,
        remedy: `Write ${spoken} into the list of tenants, or correct ${one ? "its name" : "their names"} at ${datacenterName(read, id)}.`,
        answers: [read.path(infrastructure.datacenter.tenants, id), path],
      });
    }
  },
});
