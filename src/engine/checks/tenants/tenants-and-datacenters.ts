import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { tenants, tenantsOf } from "../../rules/basics/tenants.ts";

/** Tenants that no datacenter serves, and datacenters that name a tenant nobody listed. */
export const tenantsAndDatacenters = check({
  id: "tenants.tenants-and-datacenters",
  title: "Tenants and their datacenters",
  severity: "warning",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  examine: (read, _plan, report) => {
    const listed = read.rule(tenants);
    if (listed.length === 0) return;
    const path = read.path(infrastructure.plan.tenants);
    const served = new Set<string>();
    const strangers: { readonly id: string; readonly name: string }[] = [];
    const known = new Set(listed);
    for (const id of read.subjects("datacenter")) {
      for (const name of read.rule(tenantsOf, id)) {
        served.add(name);
        if (!known.has(name)) strangers.push({ id, name });
      }
    }
    const without = listed.filter((name) => !served.has(name));
    if (without.length > 0) {
      report({
        key: "without",
        title: `${without.length === 1 ? "A tenant has" : `${without.length} tenants have`} no datacenter`,
        message: `${without.join(", ")} ${without.length === 1 ? "is" : "are"} listed, and no datacenter names ${without.length === 1 ? "it" : "them"}: network, technical user and Preset would be missing when the first user cluster is created.`,
        remedy: "Add a datacenter for each, or name the tenant at the datacenter it is to use.",
        answers: [path],
      });
    }
    for (const { id, name } of strangers) {
      report({
        key: id,
        title: `${datacenterName(read, id)} serves a tenant that is not listed`,
        message: `${datacenterName(read, id)} names ${name}; the list of tenants holds ${listed.join(", ")}.`,
        remedy: `Write ${name} into the list of tenants, or correct its name at ${datacenterName(read, id)}.`,
        answers: [read.path(infrastructure.datacenter.tenants, id), path],
      });
    }
  },
});
