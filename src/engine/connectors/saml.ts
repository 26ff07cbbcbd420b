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
  callbackPrepared: true,
  warning: "Its makers look for a maintainer and warn of the XML signature libraries beneath it.",
  endpoint: { title: "SAML identity provider", addressQuestion: "samlHost", numberQuestion: "samlPort", calledBy: ["browsers"], ports: { https: { port: 443, label: "HTTPS" } } },
  withoutSecret: true,
  fields: [
    { field: "ssoURL", value: "https://{server}<fill-in: path of the sign-on by HTTP POST>", why: "Dex sends browsers there with its request; it has no default.", broughtBy: "service-provider" },
    { field: "redirectURI", value: "{callback}", why: "It is the ACS URL of Dex: browsers bring the answer there, and Dex refuses one that was made for another address.", broughtBy: "service-provider" },
    { field: "entityIssuer", value: "{callback}", installed: "entity issuer that the provider knows", why: "The provider finds the service provider by it, and answers name it as their audience; without it the request of Dex names no sender, which most providers refuse.", broughtBy: "service-provider" },
    { field: "caData", value: "<fill-in: certificate with which the provider signs, PEM in Base64 as one line>", why: "Dex checks every answer against it and does not start without one.", broughtBy: "ca" },
    { field: "usernameAttr", value: "<fill-in: attribute with the user name>", why: "Dex does not start without it.", broughtBy: "attributes" },
    { field: "emailAttr", value: "<fill-in: attribute with the mail address>", why: "KKP knows people by their mail address; Dex does not start without this field.", broughtBy: "attributes" },
    { field: "groupsAttr", value: "<fill-in: attribute with groups>", why: "Left out, answers bring no groups.", broughtBy: "groups" },
  ],
  prepare: [
    { id: "service-provider", title: "Dex as a service provider with {callback} as ACS URL and as entity issuer; the URL of the sign-on by HTTP POST", why: "The provider signs answers for registered receivers only, and refuses to send browsers back to an address it does not know.", verify: "The provider lists the service provider with {callback} as assertion consumer service and as entity" },
    { id: "ca", title: "The certificate with which the provider signs", why: "Dex checks every answer against it and trusts nothing else.", verify: "`openssl x509 -noout -dates` of the file shows a certificate that is valid" },
    { id: "attributes", uses: ["service-provider"], title: "Attributes for user name and mail address", why: "Dex takes the mail address as identity, and somebody whose answer lacks it cannot log in.", verify: "A test answer of the provider carries both attributes" },
    { id: "groups", uses: ["service-provider"], forGroups: true, title: "An attribute for groups", why: "Group names can then be bound to projects.", inCommunity: "Tokens carry group names by it; the Community Edition binds none of them to a project.", verify: "A test answer of the provider carries the attribute with the expected groups" },
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
