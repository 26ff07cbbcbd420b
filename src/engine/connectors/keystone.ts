import { host } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";
import { portOfHost } from "./port-of-host.ts";

export const keystone = {
  id: "keystone",
  title: "OpenStack Keystone",
  help: "Dex asks Keystone itself; no callback address has to be registered.",
  stability: "alpha",
  refreshTokens: true,
  groups: true,
  callback: false,
  endpoint: { title: "Keystone", addressQuestion: "keystoneHost", numberQuestion: "keystonePort", calledBy: ["platform"], ports: { keystone: { port: 5000, label: "its Identity API" } } },
  fields: [
    { field: "keystoneHost", value: "https://{server}", why: "Dex adds the path of version 3 itself." },
    { field: "domain", value: "<fill-in: id or name of the domain>", why: "Keystone knows names of people within a domain only.", broughtBy: "admin" },
    { field: "keystoneUsername", value: "<fill-in: name of the Keystone user>", why: "Dex looks up people and groups as this user, in the same domain.", broughtBy: "admin" },
    { field: "keystonePassword", value: "{secret}", why: "It is the password of that user; the plan holds the name of its place only.", broughtBy: "admin" },
  ],
  prepare: [
    { id: "admin", inSecretStore: true, title: "A Keystone user with the admin role in the domain: its name, the domain, and its password in the secret store", why: "Dex looks users and groups up with it; ordinary accounts may not list either.", verify: "`openstack user list` with this user prints the users of the domain" },
  ],
  questions: {
    keystoneHost: host({
      section: "Identity source",
      label: "Under which name or address is Keystone reached?",
      short: "Address of Keystone",
      help: "Without /v3; the master's pods connect to it at every login.",
      example: "keystone.example.com",
      source: "dex.keystone",
      team: "identity",
      server: { title: "Keystone", dialledBy: ["platform"] },
    }),
    keystonePort: portOfHost({
      section: "Identity source",
      title: "Keystone",
      port: 5000,
      sentence: "Keystone answers on TCP 5000 by its own default.",
      help: "It stands in the URL of the service catalogue; the firewall opens it.",
      source: "openstack.ports",
    }),
  },
  sources: ["dex.keystone", "dex.connectors"],
} as const satisfies Connector;
