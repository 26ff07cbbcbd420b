import type { Reader } from "../../kernel/rule.ts";
import { seedIssuer } from "../identity/seed-issuer.ts";
import { connectorsInUse, hostQuestion, loginQuestion, titlesOf, transportOf, type ChosenConnector } from "../identity/connectors.ts";
import { onInternet } from "../internet/on-internet.ts";
import { proxiedHosts } from "../internet/proxied-hosts.ts";
import { ends } from "./ends.ts";

/** End of a source: the first keeps the plain name. */
export const endOfSource = (id: ChosenConnector["id"], at: number): string => (at === 0 ? ends.identity : ends.identitySource(id));

/** Whether a login stands where people on the internet go without a row of this plan, under a name of a service that everybody uses; waits for the host. */
const isPublicLogin = (read: Reader, question: ReturnType<typeof hostQuestion>): boolean => question !== undefined && onInternet(read, read.answer(question));

/** Where a source sends browsers: to its login host where it has one, or to itself; nowhere where Dex asks for the password. */
export function hostForBrowsers(read: Reader, source: ChosenConnector, at: number) {
  const { id, endpoint, login } = source;
  const of = at === 0 ? "users" : `users.${id}`;
  if (login) return [{ of, destination: ends.identityLogin(id), port: login.port, title: login.title, onInternet: isPublicLogin(read, loginQuestion(source)), question: loginQuestion(source) }];
  if (!endpoint?.calledBy.includes("browsers")) return [];
  const transport = transportOf(read, source);
  if (!transport) return [];
  return [{ of, destination: endOfSource(id, at), port: transport.port, title: endpoint.title, onInternet: endpoint.hosts !== undefined || isPublicLogin(read, hostQuestion(source)), question: hostQuestion(source) }];
}

/** A host of the customer that browsers are sent to for a login, and that stands nowhere on the internet as far as the plan knows. */
export interface InsideLogin {
  /** "users", or "users.keycloak" for a further source: the word of its rows. */
  readonly of: string;
  readonly destination: string;
  readonly host: string;
  readonly port: number;
  readonly title: string;
}

/** Every such host; waits for their names, and ends the rule where there is none. */
export function loginsInside(read: Reader): readonly InsideLogin[] {
  const all = read.rule(connectorsInUse);
  const hosts = all.flatMap((source, at) =>
    hostForBrowsers(read, source, at).flatMap(({ of, destination, port, title, question }) => (question ? [{ of, destination, port, title, host: read.answer(question) }] : [])),
  );
  const inside = hosts.filter(({ host }) => !onInternet(read, host) && !read.rule(proxiedHosts).has(host.toLowerCase()));
  return inside.length > 0 ? inside : read.notApplicable(`${titlesOf(all)}: browsers are sent to no host inside.`);
}

/** The issuer of a Seed's own, where it stands nowhere on the internet as far as the plan knows; ends the rule where there is none. */
export function seedLoginInside(read: Reader, cluster: string): string {
  const host = read.rule(seedIssuer, cluster);
  return onInternet(read, host) || read.rule(proxiedHosts).has(host.toLowerCase()) ? read.notApplicable(`${host} stands on the internet.`) : host;
}
