import { choices } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { upgrades } from "./project.ts";

/** What a platform may come to have with an upgrade, by the team or the system that it concerns. */
export const NEW_THINGS = [
  { value: "login", label: "Secrets of the login to the dashboard", help: "issuerClientSecret and issuerCookieKey; before KKP 2.31 only kubeconfigs by OpenID Connect needed them." },
  { value: "mla", label: "Monitoring of master and Seeds", help: "Its charts, and with them its interfaces and alerts." },
  { value: "interfaces", label: "Interfaces of the monitoring of master and Seeds", help: "Names, certificates and clients of identity-aware proxies." },
  { value: "alerts", label: "Alerts", help: "Whom Alertmanager tells, and what it signs in with there." },
  { value: "user-cluster-mla", label: "User-cluster MLA", help: "Its charts and store, and its interfaces." },
  { value: "identity-source", label: "Identity source", help: "What Dex asks at a login, and hashes of people who live in Dex." },
  { value: "certificates", label: "Accounts for certificates and records", help: "Key of a CA or a certificate, and accounts at zone and authority." },
  { value: "backups", label: "Backups of user-cluster etcd", help: "MinIO, or S3 outside, as destination of the Seeds." },
  { value: "further-backups", label: "Further backups", help: "Velero, the copy of MinIO, etcd of the platform, backups of user clusters, and their store." },
  { value: "metering", label: "Metering", help: "The store of its reports, and the Secret that leads to it." },
  { value: "machines", label: "Machines in Seed objects", help: "Users with which KKP makes machines of a datacenter." },
  { value: "seed-issuers", label: "Issuers of Seeds", help: "Clients for kubeconfigs of a Seed with an issuer of its own." },
  { value: "load-balancers", label: "Accounts of load balancers", help: "What gives addresses signs in with it somewhere else." },
] as const;
export type NewThing = (typeof NEW_THINGS)[number]["value"];

/** What comes along with something else: a monitoring that is new has no interfaces and no receiver of alerts yet. */
const COMES_WITH: Readonly<Partial<Record<NewThing, NewThing>>> = { interfaces: "mla", alerts: "mla" };

/** Whether this is among what is new, named itself or as a part of what is named. */
export function isAmong(added: readonly NewThing[], what: NewThing): boolean {
  const whole = COMES_WITH[what];
  return added.includes(what) || (whole !== undefined && added.includes(whole));
}

/** Question of the access chapter about what an installed platform has not yet. */
export const newSecrets = chapter("access", "Access", "", {
  plan: {
    newSecrets: choices(NEW_THINGS, {
      section: "Configuration",
      label: "What does the installed platform get with this upgrade that it has not yet?",
      short: "New with this upgrade",
      help: "It brings items, rows, steps and secrets as on a new platform; what is there stays. A Seed or a datacenter more follows later, by a plan of its own.",
      source: "kkp.upgrade-2.31",
      team: "platform",
      productDefault: { value: [], sentence: "The installed platform has all that the plan names, with its secrets, unless somebody says what is new.", source: "kkp.upgrade-2.31" },
      asked: upgrades,
    }),
  },
});

/** Whether an upgrade brings something that the installed platform has not. */
export const comesWithUpgrade = (look: Look, what: NewThing): boolean => upgrades(look) && isAmong(look(newSecrets.plan.newSecrets) ?? [], what);
