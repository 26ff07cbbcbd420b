import type { Connector } from "./connector.ts";
import { ldap } from "./ldap.ts";
import { oidc } from "./oidc.ts";
import { staticUsers } from "./static-users.ts";

const records = [ldap, oidc, staticUsers] as const satisfies readonly Connector[];

/** Ids of all connectors. */
export type ConnectorId = (typeof records)[number]["id"];

/** All connectors, in the order the form offers them. Adding one is a file and a word above. */
export const connectors: readonly (Connector & { readonly id: ConnectorId })[] = records;

/** The record of a connector. */
export function connectorOf(id: ConnectorId): Connector {
  const found = connectors.find((connector) => connector.id === id);
  if (!found) throw new Error(`Connector ${id} is not in the registry`);
  return found;
}
