import { authentication } from "../../answers/chapters/authentication.ts";
import { project } from "../../answers/chapters/project.ts";
import type { Connector } from "../../connectors/connector.ts";
import type { Reader } from "../../kernel/rule.ts";

/** Whether anything reads the groups of people: projects in EE, or roles in user clusters where people log in there. */
export function readsGroups(read: Reader): boolean {
  const edition = read.maybe(project.plan.edition);
  return edition.kind === "known" && (edition.value === "EE" || read.answer(authentication.plan.clusterLogin));
}

/** Hosts on the internet that Dex asks for a connector; those for groups only where something reads these. */
export const hostsAsked = (read: Reader, { endpoint }: Connector): readonly string[] => [...(endpoint?.hosts ?? []), ...(endpoint?.groupHosts !== undefined && readsGroups(read) ? endpoint.groupHosts : [])];
