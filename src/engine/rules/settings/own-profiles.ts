import { known } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { nameOfCluster, nameOfDatacenter } from "../basics/platform.ts";
import { KKP_PROFILES, ownProfiles } from "../basics/own-profiles.ts";
import { seedOf } from "../firewall/subjects.ts";
import { seedObject, setting } from "./setting.ts";

/** Fields that name the customer's profiles for workers of a datacenter. */
export const profileFields = rule<readonly Setting[]>({
  id: "settings.seeds-profiles",
  title: "Profiles of operating systems",
  per: "datacenter",
  sources: ["kkp.osm-usage", "kkp.code.datacenter"],
  derive: (read, datacenter) => {
    const systems = ownProfiles(read, datacenter);
    if (systems.length === 0) return read.notApplicable(KKP_PROFILES);
    const name = nameOfDatacenter(read, datacenter);
    const object = seedObject(nameOfCluster(read, seedOf(read, datacenter)));
    return systems.map(({ title, inKkp }) =>
      setting(read, {
        topic: "seeds",
        object,
        id: `seeds.profile-${inKkp}[${datacenter}]`,
        field: `spec.datacenters.${name}.spec.operatingSystemProfiles.${inKkp}`,
        value: known(`<fill-in: name of the profile for ${title}, from whoever writes it>`),
        why: `Without the name, machines of ${name} with ${title} start by KKP's own profile unless somebody picks yours at each node deployment.`,
      }),
    );
  },
});
