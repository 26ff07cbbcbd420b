import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import { OPERATING_SYSTEMS, type Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacenterName } from "../basics/platform.ts";
import { itemOf, type Draft } from "./item.ts";

/** Images of the workers' operating systems, where the infrastructure has none of its own. */
const workerImages = rule<readonly Draft[]>({
  id: "checklist.worker-images",
  title: "Checklist: images of workers",
  per: "datacenter",
  sources: ["kkp.os-support", "kkp.code.datacenter"],
  derive: (read, datacenter) => {
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    if (provider.images !== "customer") return read.notApplicable(`Nobody uploads images to ${provider.title}.`);
    const chosen = read.optional(infrastructure.datacenter.operatingSystems, datacenter) ?? [];
    if (chosen.length === 0) return read.notApplicable("No operating system is chosen yet.");
    const names = chosen.map((id) => OPERATING_SYSTEMS[id]).join(", ");
    const name = datacenterName(read, datacenter);
    const field = provider.datacenterFields.find(({ field: key }) => /images|templates/.test(key))?.field ?? "images";
    return [
      itemOf(read, `worker-images[${datacenter}]`, {
        title: `Images of ${names} for ${name}`,
        team: "infrastructure",
        chapter: "infrastructure",
        verify: `${provider.title} shows each image to the account of the tenants, under the name that ${field} of the Seed holds`,
        why: `Workers of ${name} start from them; a missing one leaves machines of a user cluster in creation for ever.`,
      }),
    ];
  },
});

export const workerImageItems: readonly Rule<readonly Draft[]>[] = [workerImages];
