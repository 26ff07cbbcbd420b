import { platformEntry } from "../../answers/chapters/platform-entry.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { EntrySecret, ObjectName, PlatformEntry } from "../../releases/release.ts";
import { filledValue } from "./filled.ts";

const NAMES = { gatewayNamespace: platformEntry.plan.gatewayNamespace, gatewayName: platformEntry.plan.gatewayName };

/** Namespace of the customer's Gateway for sentences, commands and Secrets: the question stands in while it is open. Never waits. */
function ownNamespace(read: Reader): string {
  const namespace = read.maybe(platformEntry.plan.gatewayNamespace);
  return namespace.kind === "known" ? namespace.value : `<${platformEntry.plan.gatewayNamespace.short}>`;
}

/** Namespace and name of the customer's Gateway for sentences and commands: the questions stand in while they are open. Never waits. */
export function ownGatewayName(read: Reader): ObjectName {
  const name = read.maybe(platformEntry.plan.gatewayName);
  return { namespace: ownNamespace(read), name: name.kind === "known" ? name.value : `<${platformEntry.plan.gatewayName.short}>` };
}

/** Whether the entry is a Gateway, whoever made it. */
export const isGateway = (entry: PlatformEntry): boolean => entry.own === true || entry.gateway !== undefined;

/** The Gateway of an entry, for sentences and commands; undefined where Ingresses stand in its place. Never waits. */
export const gatewayOf = (read: Reader, entry: PlatformEntry): ObjectName | undefined => (entry.own ? ownGatewayName(read) : entry.gateway);

/** The Service of an entry; that of a Gateway of the customer has no other name than this. Never waits. */
export const serviceOf = (read: Reader, entry: PlatformEntry): ObjectName => (entry.own ? ownGatewayName(read) : entry.service);

/** Where the Services of an entry are listed, whatever they are called. Never waits. */
export const serviceNamespace = (read: Reader, entry: PlatformEntry): string => (entry.own ? ownNamespace(read) : entry.service.namespace);

/** TLS Secrets of an entry, as its record has them. Never waits. */
export const entrySecrets = (read: Reader, entry: PlatformEntry): readonly EntrySecret[] =>
  entry.own ? entry.secrets.map((secret) => ({ ...secret, namespace: ownNamespace(read) })) : entry.secrets;

/** What the solver of HTTP-01 names; open while nobody says what the Gateway is called. */
export const solverValue = (read: Reader, entry: PlatformEntry): Value<string> =>
  entry.own ? filledValue(read, "kind Gateway, name {gatewayName}, namespace {gatewayNamespace}", NAMES) : known(entry.solver.value);
