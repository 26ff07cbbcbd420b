import { connectors } from "../../connectors/registry.ts";
import type { Connector } from "../../connectors/connector.ts";
import type { DnsService } from "../../dns-services/dns-service.ts";
import { dnsServices } from "../../dns-services/registry.ts";
import type { Issuer } from "../../issuers/issuer.ts";
import { issuers } from "../../issuers/registry.ts";
import { repositoryHost } from "../../values/repository.ts";
import { hostsOrNone } from "../kinds.ts";
import { chapter, type Look, type Question } from "../question.ts";
import { access } from "./access.ts";
import { authentication, connectorQuestions } from "./authentication.ts";
import { backup } from "./backup.ts";
import { issuerQuestions } from "./certificates.ts";
import { dnsServiceQuestions } from "./dns.ts";
import { network } from "./network.ts";
import { observability } from "./observability.ts";
import { storage } from "./storage.ts";

/** Keys of questions for systems of the customer that are asked over HTTP, by the records that add them. */
const logins = connectors.flatMap(({ endpoint, login }: Connector) => [...(endpoint?.withoutHttp || !endpoint?.calledBy.includes("platform") ? [] : [endpoint.addressQuestion]), login?.addressQuestion]);
const signers = issuers.map(({ endpoint }: Issuer) => endpoint?.addressQuestion);
const zones = dnsServices.map(({ endpoint }: DnsService) => (endpoint?.protocol === "TCP" && !endpoint.onInternet ? endpoint.addressQuestion : undefined));

/** Whether a system is named that machines behind a proxy ask over HTTP. */
function namesOne(look: Look): boolean {
  const answered = (question: Question<unknown> | undefined, subject?: string): boolean => question !== undefined && (question.asked?.(look, subject ?? "") ?? true) && [look(question, subject) ?? []].flat().length > 0;
  const some = (chapter: Readonly<Record<string, Question<unknown>>>, keys: readonly (string | undefined)[]): boolean => keys.some((key) => key !== undefined && answered(chapter[key]));
  const repository = look(access.plan.repository);
  return (
    (look(access.plan.bastion) === true && (repositoryHost(repository ?? "")?.transport.startsWith("http") === true || answered(access.plan.vaultAddress))) ||
    some(connectorQuestions.plan, logins) ||
    some(issuerQuestions.plan, signers) ||
    some(dnsServiceQuestions.plan, zones) ||
    [backup.plan.store, observability.plan.objectStoreAddress].some((question) => answered(question)) ||
    look.subjects("cluster").some((cluster) => [storage.cluster.s3Endpoint, authentication.cluster.ownIssuer, authentication.cluster.furtherIssuers].some((question) => answered(question, cluster)))
  );
}

/** Which of the systems that other chapters name stand behind the proxy. */
export const proxied = chapter("network", "Network", "", {
  plan: {
    proxiedHosts: hostsOrNone({
      section: "Services",
      label: "Which hosts that you name elsewhere does only the proxy reach?",
      short: "Hosts that the proxy leads to",
      help: "Git, object stores, logins, issuers or the zone, where they stand on the internet. NO_PROXY names all others, so that nobody asks the proxy for them.",
      example: "github.com",
      source: "kkp.http-proxy",
      team: "network",
      seldom: true,
      productDefault: { value: [], sentence: "Machines behind a proxy reach the systems of your own that you name without it.", source: "kkp.http-proxy" },
      asked: (look): boolean => look.subjects("place").some((place) => look(network.place.internet, place) === "proxy") && (namesOne(look) || (look(proxied.plan.proxiedHosts) ?? []).length > 0),
    }),
  },
});
