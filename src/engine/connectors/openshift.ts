import { host } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";
import { clientFields } from "./connector-fields.ts";

export const openshift = {
  id: "openshift",
  title: "OpenShift",
  help: "People log in with their account of an OpenShift cluster; a session is renewed only while its token of OpenShift is good.",
  stability: "stable",
  refreshTokens: false,
  endsWithSource: true,
  groups: true,
  callback: true,
  callbackPrepared: true,
  endpoint: { title: "OpenShift API", addressQuestion: "openshiftHost", ownTrust: true, calledBy: ["platform"], ports: { api: { port: 6443, label: "the Kubernetes API" } } },
  login: { title: "OpenShift login", addressQuestion: "openshiftLoginHost", port: 443 },
  file: {
    kind: "ConfigMap",
    name: "openshift-root",
    key: "ca.crt",
    holds: "the CA certificates of the OpenShift API and of its login host",
    field: "rootCA",
    why: "Dex looks up where logins go as soon as it starts, and checks both servers against this file beside the roots of its image.",
    beside: [],
  },
  fields: [
    { field: "issuer", value: "https://{server}", why: "It is the API server, which tells Dex where logins go." },
    ...clientFields("service account or OAuthClient"),
  ],
  prepare: [
    { id: "client", inSecretStore: true, title: "A service account or an OAuthClient with the redirect URI {callback}: its name, and its secret in the secret store", why: "Dex identifies itself with it when it fetches the user, and OpenShift refuses to send browsers back to an address it does not know.", verify: "oc get oauthclient, or oc get serviceaccount with its annotations, prints it with {callback}, and its secret lies in the secret store" },
    { id: "ca", title: "The CA certificates of the OpenShift API and of its login host", why: "Dex checks both servers against one file and lets nobody log in where one of them does not fit; the two are often signed by different CAs.", verify: "From the node network, `openssl s_client` to either host ends with verify return code 0 when it is given the CA file", fromNodes: true },
  ],
  questions: {
    openshiftHost: host({
      section: "OpenShift",
      label: "Under which name is the OpenShift API reached?",
      short: "Address of the OpenShift API",
      help: "Dex asks the API server where logins go, and afterwards who logged in.",
      example: "api.ocp.example.com",
      source: "dex.openshift",
      team: "identity",
      server: { title: "OpenShift API", dialledBy: ["platform"] },
    }),
    openshiftLoginHost: host({
      section: "OpenShift",
      label: "Under which name do people log in to OpenShift?",
      short: "Login host of OpenShift",
      help: "The route of OpenShift's OAuth server: browsers are sent there, and Dex fetches their tokens there.",
      example: "oauth-openshift.apps.ocp.example.com",
      source: "openshift.oauth",
      team: "identity",
      server: { title: "OpenShift login", dialledBy: ["platform"] },
    }),
  },
  sources: ["dex.openshift", "openshift.oauth", "dex.connectors"],
} as const satisfies Connector;
