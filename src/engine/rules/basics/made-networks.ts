import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { madeQuestionOf } from "../../answers/chapters/datacenter-questions.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { CreatedObjects } from "../../providers/contract/created-objects.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf, providers } from "../../providers/registry.ts";

/** Whether KKP is to make a network for each user cluster of a datacenter; no where the infrastructure leaves nobody the choice. */
export function makesNetworks(read: Reader, provider: Provider, datacenter: string): boolean {
  const question = madeQuestionOf(provider);
  return question !== undefined && read.answer(question, datacenter);
}

/** Where workers of a datacenter stand: beside the nodes of the place, in a network that is given to them, or in one that KKP makes for each user cluster. */
export type WorkersStand = "node-network" | "own-network" | "made-networks";

/** Where workers of a datacenter stand. Waits while nobody has said. */
export function workersStand(read: Reader, datacenter: string): WorkersStand {
  if (read.aside(() => mayStandInMade(read, datacenter))) read.answer(infrastructure.datacenter.provider, datacenter);
  return standInMade(read, datacenter) ? "made-networks" : read.answer(network.datacenter.workersIn, datacenter);
}

/** The subnet that each user cluster of a datacenter has to itself, with the answer that has it made; undefined where workers stand in a network that is there. */
export function madeSubnet(read: Reader, datacenter: string): (NonNullable<CreatedObjects["subnet"]> & { readonly path: AnswerPath }) | undefined {
  if (!standInMade(read, datacenter)) return undefined;
  const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
  const [subnet, question] = [provider.creates?.subnet, madeQuestionOf(provider)];
  if (!subnet || !question) throw new Error("A record whose networks KKP makes must name their subnet");
  read.cite(...(provider.creates?.sources ?? []));
  return { ...subnet, path: read.path(question, datacenter) };
}

/** Like `workersStand`, but undefined while nobody has said. */
export function workersStandSoFar(read: Reader, datacenter: string): WorkersStand | undefined {
  if (read.aside(() => mayStandInMade(read, datacenter))) return undefined;
  return standInMade(read, datacenter) ? "made-networks" : read.optional(network.datacenter.workersIn, datacenter);
}

/** Whether somebody wants networks made, and nobody says any more on which infrastructure. */
function mayStandInMade(read: Reader, datacenter: string): boolean {
  if (read.optional(infrastructure.datacenter.provider, datacenter) !== undefined) return false;
  return (providers as readonly Provider[]).some((provider) => {
    const question = madeQuestionOf(provider);
    return question !== undefined && read.optional(question, datacenter) === true;
  });
}

/** Which provider it is matters to those alone whose networks KKP makes. */
function standInMade(read: Reader, datacenter: string): boolean {
  const made = () => {
    const id = read.optional(infrastructure.datacenter.provider, datacenter);
    return id !== undefined && makesNetworks(read, providerOf(id), datacenter);
  };
  return read.aside(made) && made();
}
