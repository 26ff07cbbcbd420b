import { project } from "../../answers/chapters/project.ts";
import type { WorkloadSupplier } from "../../workload-suppliers/workload-supplier.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { listed } from "../../values/sentence.ts";
import { datacenterName } from "../basics/platform.ts";
import { workloadSupplier } from "../workloads/supplier.ts";
import { CONFIGURATION, setting } from "./setting.ts";

/** The application catalogue, where tenants install from it what gives their Services addresses. */
export const catalogueFields = rule<readonly Setting[]>({
  id: "settings.platform-catalogue",
  title: "Switch of the application catalogue",
  per: "plan",
  sources: ["kkp.install-ee", "kkp.code.metallb-application"],
  derive: (read) => {
    const served = read.subjects("datacenter").flatMap((id) => {
      const outcome = read.outcome(workloadSupplier, id);
      const supplier: WorkloadSupplier | undefined = outcome.kind === "known" ? outcome.value : undefined;
      return supplier?.catalogue ? [{ id, title: supplier.title }] : [];
    });
    const [first] = served;
    // Whoever has not chosen yet may still take it from there.
    if (first === undefined) for (const id of read.subjects("datacenter")) read.optionalRule(workloadSupplier, id);
    if (first === undefined) return read.notApplicable("Nothing of this plan comes from the application catalogue.");
    const edition = read.maybe(project.plan.edition);
    if (edition.kind === "known" && edition.value !== "EE") return read.notApplicable("The Community Edition has no catalogue.");
    const names = served.length > 3 ? `${served.length} datacenters` : listed(served.map(({ id }) => datacenterName(read, id)));
    return [setting(read, { topic: "platform", object: CONFIGURATION, id: "platform.catalogue", field: "spec.applications.defaultApplicationCatalog.enable", value: edition.kind === "known" ? "true" : edition, why: `Tenants of ${names} find no MetalLB to install without it: KKP offers the catalogue of the Enterprise Edition only where it is switched on.` })];
  },
});
