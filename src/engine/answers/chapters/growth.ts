import { providers } from "../../providers/registry.ts";
import { integer } from "../kinds.ts";
import { chapter } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";

/** Questions about user clusters that grow by themselves. */
export const growth = chapter("infrastructure", "Infrastructure", "", {
  datacenter: {
    mostNodesPerCluster: integer({ min: 1, max: 5000, unit: "nodes" }, {
      section: "User clusters",
      label: "To how many nodes may one small user cluster grow by autoscaling?",
      short: "Most nodes per user cluster",
      help: "Leave it open where no autoscaler runs. The DHCP range needs room for all of them.",
      source: "kkp.cluster-autoscaler",
      team: "platform",
      asked: (look, id): boolean => providers.find((provider) => provider.id === look(infrastructure.datacenter.provider, id))?.machineAddresses === "dhcp-server",
      productDefault: {
        value: (read, datacenter) => read.answer(infrastructure.datacenter.nodesPerCluster, datacenter),
        sentence: "User clusters keep their number of nodes unless somebody installs the autoscaler.",
        source: "kkp.cluster-autoscaler",
      },
    }),
  },
});
