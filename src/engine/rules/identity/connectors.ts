import { authentication, connectorQuestions } from "../../answers/chapters/authentication.ts";
import type { Question } from "../../answers/question.ts";
import { connectorOf, type ConnectorId } from "../../connectors/registry.ts";
import type { Connector } from "../../connectors/connector.ts";
import { known, type AnswerPath, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { urlHost } from "../../values/url-host.ts";

/** The port that HTTPS URLs leave out. */
export const HTTPS = 443;

/** A connector of the plan with its id. */
export type ChosenConnector = Connector & { readonly id: ConnectorId };

/** Connectors through which people log in: the identity source first, then those beside it in Dex. */
export const connectorsInUse = rule<readonly ChosenConnector[]>({
  id: "identity.connectors",
  title: "Connectors in use",
  per: "plan",
  sources: ["dex.connectors"],
  derive: (read) => {
    const first = connectorOf(read.answer(authentication.plan.connector));
    // An issuer in place of Dex has no room for sources beside it.
    const beside = first.issuer ? [] : read.answer(authentication.plan.furtherSources);
    const all = [first, ...beside.filter((id) => id !== first.id).map(connectorOf)];
    read.cite(...all.flatMap(({ sources }) => sources));
    return all;
  },
});

/** Titles of connectors as sentences join them: "GitHub", "LDAP or Active Directory and GitHub". */
export const titlesOf = (all: readonly Connector[]): string => listed(all.map(({ title }) => title));

/** Where the configuration of a connector stands in the values of Dex; with several it is told from the others by its type. */
export const configOf = (all: readonly Connector[], { id }: Connector): string => `dex.config.connectors[${all.filter(({ inDex }) => inDex !== true).length > 1 ? id : ""}].config`;

/** The answer that chose a connector; `at` is its position among those in use. */
export const chosenBy = (read: Reader, at: number): AnswerPath => read.path(at === 0 ? authentication.plan.connector : authentication.plan.furtherSources);

/** What tells findings and rows of a source beside the first one from those of the first; the first keeps the plain id. */
export const keyOf = ({ id }: ChosenConnector, at: number): { readonly key?: string } => (at === 0 ? {} : { key: id });

const questionOf = (key: string | undefined): Question<string> | undefined => (key === undefined ? undefined : (connectorQuestions.plan[key] as Question<string> | undefined));

/** The question for the host of a connector, where somebody here runs it. */
export const hostQuestion = ({ endpoint }: Connector): Question<string> | undefined => questionOf(endpoint?.addressQuestion);

/** Hosts of a connector that pods of the platform call and somebody here runs, each with what sentences call it. */
export function askedHosts({ endpoint, login }: Connector): readonly { readonly question: Question<string>; readonly title: string }[] {
  return [endpoint?.calledBy.includes("platform") ? endpoint : undefined, login].flatMap((host) => {
    const question = questionOf(host?.addressQuestion);
    return host && question ? [{ question, title: host.title }] : [];
  });
}

/** The question for the host where people log in, where that is another one. */
export const loginQuestion = ({ login }: Connector): Question<string> | undefined => questionOf(login?.addressQuestion);

/** Host and port of a connector as they stand in URLs, which leave the port of HTTPS out; open while one of its answers is. */
export function serverOf(read: Reader, connector: Connector): Value<string> {
  const [question, chosen] = [hostQuestion(connector), questionOf(connector.endpoint?.portQuestion)];
  if (!question) throw new Error(`Nobody is asked for a host of ${connector.title}`);
  const [host, transport] = [read.maybe(question), chosen === undefined ? undefined : read.maybe(chosen)];
  if (host.kind !== "known") return host;
  if (transport !== undefined && transport.kind !== "known") return transport;
  const port = transportOf(read, connector)?.port ?? HTTPS;
  return known(`${urlHost(host.value)}${port === HTTPS ? "" : `:${port}`}`);
}

/** How a connector is asked, and on which port; undefined where it calls nobody. Waits where people choose. */
export function transportOf(read: Reader, { endpoint }: Connector): { readonly port: number; readonly label: string } | undefined {
  if (!endpoint) return undefined;
  const chosen = questionOf(endpoint.portQuestion);
  const transport = chosen ? endpoint.ports[read.answer(chosen)] : Object.values(endpoint.ports)[0];
  // Keys of this kind name questions for a number by the record's own definition.
  const number = endpoint.numberQuestion === undefined ? undefined : (connectorQuestions.plan[endpoint.numberQuestion] as Question<number> | undefined);
  return transport && number ? { ...transport, port: read.answer(number) } : transport;
}
