import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import { operatingSystemOf } from "../../operating-systems/registry.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { listed } from "../../values/sentence.ts";

/** More ways than these are no help in choosing. */
const MOST_OFFERS = 3;

/** Operating systems of workers that KKP does not offer on their infrastructure. */
export const operatingSystem = check({
  id: "providers.operating-system",
  title: "Operating systems of the workers",
  severity: "blocker",
  per: "datacenter",
  sources: ["kkp.os-support"],
  examine: (read, datacenter, report) => {
    const provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const offered = new Set(provider.operatingSystems);
    const chosen = read.optional(infrastructure.datacenter.operatingSystems, datacenter) ?? [];
    const missing = chosen.filter((id) => !offered.has(id));
    if (missing.length === 0 || offered.size === 0) return;
    const left = chosen.filter((id) => offered.has(id));
    const path = read.path(infrastructure.datacenter.operatingSystems, datacenter);
    const words = (ids: Iterable<(typeof missing)[number]>) => listed([...ids].map((id) => operatingSystemOf(id).title));
    report({
      title: `${provider.title} has no workers with ${words(missing)}`,
      message: `${datacenterName(read, datacenter)} is to run ${words(missing)}; on ${provider.title} KKP supports ${words(offered)}.`,
      remedy: `Choose among ${words(offered)}.`,
      fixes: left.length === 0 ? [...offered].slice(0, MOST_OFFERS).map((id) => ({ title: `Take ${operatingSystemOf(id).title}`, set: [{ path, value: [id] }] })) : [{ title: `Keep ${words(left)}`, set: [{ path, value: left }] }],
      answers: [path, read.path(infrastructure.datacenter.provider, datacenter)],
    });
  },
});
