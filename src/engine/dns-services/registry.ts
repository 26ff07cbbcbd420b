import type { DnsService } from "./dns-service.ts";
import { acmedns } from "./acmedns.ts";
import { akamai } from "./akamai.ts";
import { azuredns } from "./azuredns.ts";
import { bind } from "./bind.ts";
import { clouddns } from "./clouddns.ts";
import { cloudflare } from "./cloudflare.ts";
import { digitalocean } from "./digitalocean.ts";
import { infoblox } from "./infoblox.ts";
import { manual } from "./manual.ts";
import { otherService } from "./other.ts";
import { powerdns } from "./powerdns.ts";
import { rfc2136 } from "./rfc2136.ts";
import { route53 } from "./route53.ts";

const records = [manual, bind, powerdns, infoblox, rfc2136, route53, azuredns, clouddns, cloudflare, digitalocean, akamai, acmedns, otherService] as const satisfies readonly DnsService[];

/** Ids of all DNS services. */
export type DnsServiceId = (typeof records)[number]["id"];

/** All DNS services, in the order the form offers them. Adding one is a file and a word above. */
export const dnsServices: readonly (DnsService & { readonly id: DnsServiceId })[] = records;

/** The record of a DNS service. */
export function dnsServiceOf(id: DnsServiceId): DnsService {
  const found = dnsServices.find((service) => service.id === id);
  if (!found) throw new Error(`DNS service ${id} is not in the registry`);
  return found;
}

/** What sentences and tables call a service. */
export const serviceName = ({ named, title }: DnsService): string => named ?? title;
