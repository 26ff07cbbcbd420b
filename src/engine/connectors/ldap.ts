import { choice, host } from "../answers/kinds.ts";
import type { Connector } from "./connector.ts";

export const ldap = {
  id: "ldap",
  title: "LDAP or Active Directory",
  help: "Dex asks the directory itself; no callback address has to be registered.",
  stability: "stable",
  refreshTokens: true,
  groups: true,
  callback: false,
  endpoint: {
    title: "LDAP",
    addressQuestion: "ldapHost",
    calledBy: ["platform"],
    withoutHttp: true,
    ownTrust: true,
    portQuestion: "ldapTransport",
    ports: { ldaps: { port: 636, label: "LDAPS" }, starttls: { port: 389, label: "LDAP with StartTLS" }, catalog: { port: 3269, label: "LDAPS to the Global Catalog" }, "catalog-starttls": { port: 3268, label: "LDAP with StartTLS to the Global Catalog" } },
  },
  prepare: [
    { id: "bind-user", title: "A read-only bind user, its password in the secret store", why: "Dex binds with it to search users and groups.", verify: "From the node network, `ldapsearch` with the bind user lists the base DN" },
    { id: "ca", title: "The CA certificate of the directory", why: "Dex checks the directory's certificate against it and lets nobody log in where the two do not fit.", verify: "`openssl s_client` to the directory ends with verify return code 0 when it is given the CA file" },
    { id: "user-search", title: "User search: base DN, filter, and the attributes for login, id, mail and name", why: "Dex finds the user by them and takes the mail address as identity; somebody without one cannot log in.", verify: "`ldapsearch` with the filter finds a test user, and all four attributes are filled" },
    { id: "group-search", forGroups: true, title: "Group search: base DN, filter, member attribute and group name", why: "Group names can then be bound to projects.", inCommunity: "Tokens carry group names by it; the Community Edition binds none of them to a project.", verify: "`ldapsearch` with the filter finds the groups of the test user" },
  ],
  questions: {
    ldapHost: host({
      section: "Directory",
      label: "Under which name or address does Dex reach the directory?",
      short: "Address of LDAP",
      help: "The master's pods connect to it at every login.",
      example: "ldap.example.com",
      source: "dex.ldap",
      team: "identity",
      server: { title: "LDAP", dialledBy: ["platform"] },
    }),
    ldapTransport: choice(
      [
        { value: "ldaps", label: "LDAPS, TCP 636", help: "Encrypted from the first byte." },
        { value: "starttls", label: "StartTLS, TCP 389", help: "Starts in the clear and switches to TLS." },
        { value: "catalog", label: "LDAPS to the Global Catalog, TCP 3269", help: "Active Directory alone; finds people of all domains of the forest." },
        { value: "catalog-starttls", label: "StartTLS to the Global Catalog, TCP 3268", help: "The same; starts in the clear and switches to TLS." },
      ],
      {
        section: "Directory",
        label: "How does Dex connect to the directory?",
        short: "Transport to LDAP",
        help: "It decides the port that the firewall opens.",
        source: "dex.ldap",
        team: "identity",
      },
    ),
  },
  sources: ["dex.ldap"],
} as const satisfies Connector;
