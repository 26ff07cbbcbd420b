import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { madeQuestionOf } from "../../answers/chapters/provider-questions.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { CreatedObjects, Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";

/** Whether KKP is to make a network for each user cluster of a datacenter; no where the infrastructure leaves nobody the choice. */
export function makesNetworks(read: Reader, provider: Provider, datacenter: string): boolean {
  const question = madeQuestionOf(provider);
  return question !== undefined && read.answer(question, datacenter);
}

/** Where workers of a datacenter stand: beside the nodes of the place, in a network that is given to them, or in one that KKP makes for each user cluster. */
export type WorkersStand = "node-network" | "own-network" | "made-networks";

/** Where workers of a datacenter stand. Waits while nobody has said. */
export const workersStand = (read: Reader, datacenter: string): WorkersStand => (standInMade(read, datacenter) ? "made-networks" : read.answer(network.datacenter.workersIn, datacenter));

/** The subnet that each user cluster of a datacenter has to itself, and how many machines it holds; undefined where workers stand in a network that is there. */
export function madeSubnet(read: Reader, datacenter: string): NonNullable<CreatedObjects["subnet"]> | undefined {
  if (!standInMade(read, datacenter)) return undefined;
  const { creates }: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
  if (!creates?.subnet) throw new Error("A record whose networks KKP makes must name their subnet");
  read.cite(...creates.sources);
  return creates.subnet;
}

/** Like `workersStand`, but undefined while nobody has said. */
export const workersStandSoFar = (read: Reader, datacenter: string): WorkersStand | undefined => (standInMade(read, datacenter) ? "made-networks" : read.optional(network.datacenter.workersIn, datacenter));

/** Which provider it is matters to those alone whose networks KKP makes. */
function standInMade(read: Reader, datacenter: string): boolean {
  const made = () => {
    const id = read.optional(infrastructure.datacenter.provider, datacenter);
    return id !== undefined && makesNetworks(read, providerOf(id), datacenter);
  };
  return read.aside(made) && made();
}
