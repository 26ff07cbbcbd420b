import { choices } from "../kinds.ts";
import { chapter } from "../question.ts";
import { upgrades } from "./project.ts";

/** Kinds of secrets that a platform may come to have with an upgrade. */
export const NEW_SECRETS = [
  { value: "login", label: "Login to the dashboard", help: "issuerClientSecret and issuerCookieKey; before KKP 2.31 only kubeconfigs by OpenID Connect needed them." },
  { value: "interfaces", label: "Interfaces of the monitoring of master and Seeds", help: "Clients and encryption keys of identity-aware proxies." },
  { value: "alerts", label: "Alerts", help: "What Alertmanager signs in with where it sends them." },
  { value: "user-cluster-mla", label: "User-cluster MLA", help: "Clients and encryption keys of its interfaces, and the keys of its store." },
  { value: "identity-source", label: "Identity source", help: "What Dex names itself with, and hashes of people who live in Dex." },
  { value: "certificates", label: "Certificates and records", help: "Key of a CA or a certificate, and credentials for zone and authority." },
  { value: "backups", label: "Backups of user-cluster etcd", help: "Keys of MinIO or of S3 outside." },
  { value: "further-backups", label: "Further backups", help: "Keys of their store, and the passwords of snapshots." },
  { value: "machines", label: "Machines in Seed objects", help: "Users with which KKP makes machines of a datacenter." },
  { value: "seed-issuers", label: "Issuers of Seeds", help: "Clients for kubeconfigs of a Seed with an issuer of its own." },
  { value: "load-balancers", label: "Load balancers", help: "What gives addresses signs in with it somewhere else." },
] as const;
export type NewSecret = (typeof NEW_SECRETS)[number]["value"];

/** Question of the access chapter about what an installed platform has no secret for. */
export const newSecrets = chapter("access", "Access", "", {
  plan: {
    newSecrets: choices(NEW_SECRETS, {
      section: "Configuration",
      label: "For which of these does the installed platform have no secret yet?",
      short: "Secrets that are new",
      seldom: true,
      help: "What is there keeps its value; what is new is made or handed over once, as the table of secrets says.",
      source: "kkp.upgrade-2.31",
      team: "platform",
      productDefault: { value: [], sentence: "The installed platform has every secret that the plan names, unless somebody says which are new.", source: "kkp.upgrade-2.31" },
      asked: upgrades,
    }),
  },
});
