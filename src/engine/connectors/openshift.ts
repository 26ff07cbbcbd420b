import { host } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";

export const openshift = {
  id: "openshift",
  title: "OpenShift",
  help: "People log in with their account of an OpenShift cluster; no session can be renewed.",
  stability: "stable",
  refreshTokens: false,
  groups: true,
  callback: true,
  endpoint: { title: "OpenShift API", addressQuestion: "openshiftHost", ownTrust: true, calledBy: ["platform", "browsers"], ports: { api: { port: 6443, label: "the Kubernetes API" } } },
  prepare: [
    { id: "client", title: "A service account or an OAuthClient with the callback of Dex, its secret in the secret store", why: "Dex identifies itself with it when it fetches the user.", verify: "oc get oauthclient prints it, and its secret lies in the secret store" },
    { id: "ca", title: "The CA certificate of the OpenShift API", why: "Dex checks the API server against it and lets nobody log in where the two do not fit.", verify: "openssl s_client to the API ends with verify return code 0 when it is given the CA file" },
  ],
  questions: {
    openshiftHost: host({
      section: "OpenShift",
      label: "Under which name is the OpenShift API reached?",
      short: "Address of the OpenShift API",
      help: "Dex asks the API server; its OAuth route must be reachable as well.",
      example: "api.ocp.example.com",
      source: "dex.openshift",
      team: "identity",
    }),
  },
  sources: ["dex.openshift", "dex.connectors"],
} as const satisfies Connector;
