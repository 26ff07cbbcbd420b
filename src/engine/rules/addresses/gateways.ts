import { isAskedThrough } from "../../answers/answers.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Question } from "../../answers/question.ts";
import type { Reader } from "../../kernel/rule.ts";
import { workersStandSoFar } from "../basics/made-networks.ts";

/** A question about gateways, and whom it is about. */
export type GatewayQuestion = readonly [question: Question<string> | Question<readonly string[]>, subject: string];

/** The question that names the gateways of the network in which workers of a datacenter stand; undefined where KKP makes that network, and while nobody can tell. */
export function gatewayQuestionOf(read: Reader, datacenter: string): GatewayQuestion | undefined {
  const stands = workersStandSoFar(read, datacenter);
  if (stands === "own-network") return [network.datacenter.workerGateways, datacenter];
  const place = stands === "node-network" ? read.optional(infrastructure.datacenter.place, datacenter) : undefined;
  return place === undefined ? undefined : [network.place.gateway, place];
}

/** Gateways of a network that are stated, where anything would take their addresses. */
export const statedGateways = (read: Reader, [question, subject]: GatewayQuestion): readonly string[] => [read.optional<string | readonly string[]>(question, subject) ?? []].flat();

/** Gateways of the network that is given to the workers of a datacenter. */
export const ownGateways = (read: Reader, datacenter: string): readonly string[] =>
  workersStandSoFar(read, datacenter) === "own-network" && isAskedThrough(read, network.datacenter.workerGateways, datacenter) ? statedGateways(read, [network.datacenter.workerGateways, datacenter]) : [];

/** Waits for the gateways of a network out of which something takes addresses by itself, or one of them would be given away. */
export function needGateways(read: Reader, asked: GatewayQuestion | undefined): void {
  if (asked && isAskedThrough(read, ...asked)) read.need(asked);
}
