import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { ledFamily } from "../../addresses/second-reach.ts";
import { clusterName, masterCluster } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { forwarding } from "../forwarding.ts";
import { shownPlace } from "./machines.ts";

/** Public addresses that lead on to a private entry. */
export const publicAddressEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.public-addresses",
  title: "Public address of the entry",
  per: "cluster",
  sources: ["letsencrypt.challenges", "kkp.install-ce"],
  derive: (read, cluster) => {
    const { address } = read.rule(forwarding, cluster);
    return [
      {
        id: ends.publicAddress(cluster),
        title: read.optionalRule(masterCluster) === cluster ? "Public address of the platform entry" : `Public address of the entry of ${clusterName(read, cluster)}`,
        kind: "public-address",
        cluster,
        place: shownPlace(read, read.maybe(infrastructure.cluster.place, cluster)),
        addresses: [address],
        from: read.cell,
        why: `The entry of ${clusterName(read, cluster)} has a private ${ledFamily(read, cluster)}address; the internet sees this one, and a firewall or router leads it on.`,
      },
    ];
  },
});
