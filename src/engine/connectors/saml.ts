import { host } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";
import { httpsPort } from "./port-of-host.ts";

export const saml = {
  id: "saml",
  title: "SAML 2.0",
  help: "Browsers carry a signed answer from your identity provider to Dex; no session can be renewed.",
  stability: "stable",
  refreshTokens: false,
  groups: true,
  callback: true,
  warning: "Its makers look for a maintainer and warn of the XML signature libraries beneath it.",
  endpoint: { title: "SAML identity provider", addressQuestion: "samlHost", numberQuestion: "samlPort", calledBy: ["browsers"], ports: { https: { port: 443, label: "HTTPS" } } },
  withoutSecret: true,
  prepare: [
    { id: "service-provider", title: "Dex as a service provider: its callback as ACS URL, an entity issuer", why: "The provider signs answers for registered receivers only.", verify: "The provider lists the service provider with the callback of Dex as assertion consumer service" },
    { id: "ca", title: "The certificate with which the provider signs", why: "Dex checks every answer against it and trusts nothing else.", verify: "`openssl x509 -noout -dates` of the file shows a certificate that is valid" },
    { id: "attributes", title: "Attributes for user name, mail address and groups", why: "Dex takes the mail address as identity, and groups for projects; somebody whose answer lacks the address cannot log in.", inCommunity: "Dex takes the mail address as identity, and somebody whose answer lacks it cannot log in; the Community Edition binds no group to a project.", verify: "A test answer of the provider carries all three attributes" },
  ],
  questions: {
    samlHost: host({
      section: "SAML identity provider",
      label: "On which host do people sign on?",
      short: "Address of the SAML provider",
      help: "Browsers are sent there; Dex itself opens no connection to it.",
      example: "sso.example.com",
      source: "dex.saml",
      team: "identity",
      server: { title: "SAML identity provider", dialledBy: [] },
    }),
    samlPort: httpsPort({ section: "SAML identity provider", title: "the SAML identity provider", source: "dex.saml" }),
  },
  sources: ["dex.saml", "dex.connectors"],
} as const satisfies Connector;
