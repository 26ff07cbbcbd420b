import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { rule } from "../../../kernel/rule.ts";
import type { Provider } from "../../../providers/contract/index.ts";
import { providerOf } from "../../../providers/registry.ts";
import { inSentence } from "../../../values/sentence.ts";
import { datacenterName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { placeOfWorkers } from "../subjects.ts";
import { callsOfWorkers } from "../worker-calls.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** From workers to what their storage driver asks, where that is another endpoint than the API of their infrastructure. */
export const workersToVolumeApi = rule<readonly FlowDraft[]>({
  id: "firewall.workers-to-volume-api",
  title: "Storage driver of user clusters to an endpoint of its own",
  per: "datacenter",
  sources: [],
  derive: (read, datacenter) => {
    const { volumeApi, title }: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    if (!volumeApi) return read.notApplicable(`Nothing on workers calls another endpoint than the API of ${title}.`);
    read.cite(...volumeApi.sources);
    // Nobody can say where the endpoint lies while the place is open.
    placeOfWorkers(read, datacenter);
    return [
      flow(read, {
        refs: volumeApi.flowIds,
        of: `workers.${datacenter}`,
        source: ends.workers(datacenter),
        destination: ends.volumeApi(datacenter),
        ports: volumeApi.ports,
        reason: `The storage driver of user clusters calls ${inSentence(volumeApi.title)}`,
        lifetime: "operation",
        why: callsOfWorkers({}, datacenterName(read, datacenter)),
      }),
    ];
  },
});
