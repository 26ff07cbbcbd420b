import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import type { Provider } from "../../../providers/contract/index.ts";
import { providerOf } from "../../../providers/registry.ts";
import { datacenterAnswer } from "../../basics/infrastructure.ts";
import { datacenterName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { placeOfWorkers } from "../subjects.ts";

/** What workers of a datacenter ask for volumes, where that is another endpoint than the API of their infrastructure. */
export const volumeApiEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.volume-apis",
  title: "Endpoint of the storage driver",
  per: "datacenter",
  sources: [],
  derive: (read, datacenter) => {
    const { volumeApi, title }: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const address = volumeApi && datacenterAnswer(read, volumeApi.question, datacenter);
    if (!address) return read.notApplicable(`Nothing on workers calls another endpoint than the API of ${title}.`);
    read.cite(...volumeApi.sources);
    const name = datacenterName(read, datacenter);
    return [{ id: ends.volumeApi(datacenter), title: `${volumeApi.title} of ${name}`, kind: "provider-api", place: placeOfWorkers(read, datacenter), addresses: [address], from: read.cell, why: `The storage driver of user clusters in ${name} makes and removes their volumes through it.` }];
  },
});
