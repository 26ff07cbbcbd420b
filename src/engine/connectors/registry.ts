import type { Connector } from "./connector.ts";
import { atlassianCrowd } from "./atlassian-crowd.ts";
import { authproxy } from "./authproxy.ts";
import { bitbucketCloud } from "./bitbucket-cloud.ts";
import { externalIssuer } from "./external-issuer.ts";
import { gitea } from "./gitea.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { google } from "./google.ts";
import { keycloak } from "./keycloak.ts";
import { keystone } from "./keystone.ts";
import { ldap } from "./ldap.ts";
import { linkedin } from "./linkedin.ts";
import { microsoft } from "./microsoft.ts";
import { oauth } from "./oauth.ts";
import { oidc } from "./oidc.ts";
import { openshift } from "./openshift.ts";
import { saml } from "./saml.ts";
import { staticUsers } from "./static-users.ts";

const records = [ldap, oidc, saml, microsoft, google, github, gitlab, bitbucketCloud, gitea, linkedin, oauth, openshift, atlassianCrowd, keystone, authproxy, staticUsers, keycloak, externalIssuer] as const satisfies readonly Connector[];

/** Ids of all connectors. */
export type ConnectorId = (typeof records)[number]["id"];

/** All connectors, in the order the form offers them. Adding one is a file and a word above. */
export const connectors: readonly (Connector & { readonly id: ConnectorId })[] = records;

/** The record of a connector. */
export function connectorOf(id: ConnectorId): Connector & { readonly id: ConnectorId } {
  const found = connectors.find((connector) => connector.id === id);
  if (!found) throw new Error(`Connector ${id} is not in the registry`);
  return found;
}
