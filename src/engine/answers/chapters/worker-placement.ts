import { choice } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { networksAreMade } from "./datacenter-questions.ts";

/** In which network workers stand: what questions about networks and those of provider records hang on alike. */
export const workerPlacement = chapter("network", "Network", "", {
  datacenter: {
    workersIn: choice(
      [
        { value: "node-network", label: "In the node network of the place", help: "Management and tenants then share one network." },
        { value: "own-network", label: "In a network of their own", help: "Keeps tenants apart from the management." },
      ],
      {
        section: "Worker networks",
        label: "In which network do the workers of this datacenter stand?",
        short: "Network of the workers",
        help: "A network for each tenant keeps them apart.",
        source: "kkp.setup-checklist",
        team: "network",
        asked: (look, id): boolean => !networksAreMade(look, id),
      },
    ),
  },
});

/** Whether workers of a datacenter stand in the node network of their place, or may while nobody has said where. */
export const mayStandAmongNodes = (look: Look, datacenter: string): boolean => !networksAreMade(look, datacenter) && look(workerPlacement.datacenter.workersIn, datacenter) !== "own-network";
