import { authentication, connectorQuestions, NO_PATH } from "../../answers/chapters/authentication.ts";
import { project } from "../../answers/chapters/project.ts";
import type { Question } from "../../answers/question.ts";
import type { Connector } from "../../connectors/connector.ts";
import { connectorOf } from "../../connectors/registry.ts";
import type { Value } from "../../kernel/outcome.ts";
import { known } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { urlHost } from "../../values/url-host.ts";
import { HTTPS, transportOf } from "./connectors.ts";
import { platformPort } from "../addresses/url-port.ts";

/** Who signs the tokens of the platform. */
export interface TokenIssuer {
  /** Dex on the master, or the name of the issuer that takes its place. */
  readonly title: string;
  /** Whether an issuer of the customer takes the place of Dex. */
  readonly external: boolean;
  readonly url: Value<string>;
}

/** Issuer of the platform's tokens: Dex below the base domain, or the customer's own. */
export const tokenIssuer = rule<TokenIssuer>({
  id: "identity.token-issuer",
  title: "Token issuer",
  per: "plan",
  sources: ["kkp.oidc", "kkp.code.configuration-defaults"],
  derive: (read) => {
    const source: Connector = connectorOf(read.answer(authentication.plan.connector));
    const { issuer, endpoint } = source;
    const key = endpoint?.addressQuestion;
    const [atHost, atPath] = [key, issuer?.pathQuestion].map((name) => (name === undefined ? undefined : (connectorQuestions.plan[name] as Question<string> | undefined)));
    if (!issuer || !atHost || !atPath) return { title: "Dex", external: false, url: known(`https://${read.answer(project.plan.domain)}${platformPort(read)}/dex`) };
    const [host, path] = [read.maybe(atHost), pathIn(read, issuer, read.maybe(atPath))];
    const port = transportOf(read, source)?.port ?? HTTPS;
    const url = host.kind !== "known" ? host : path.kind !== "known" ? path : known(`https://${urlHost(host.value)}${port === HTTPS ? "" : `:${port}`}${path.value}`);
    return { title: issuer.name, external: true, url };
  },
});

/** A path as it stands in the URL: behind a prefix it is the name of one segment, otherwise the whole path; without one, a slash where the issuer ends with it. */
export function pathIn(read: Reader, { pathPrefix = "", slashQuestion }: { readonly pathPrefix?: string; readonly slashQuestion?: string }, path: Value<string>): Value<string> {
  if (path.kind !== "known") return path;
  if (pathPrefix !== "") return known(`${pathPrefix}${encodeURIComponent(path.value)}`);
  const atSlash = slashQuestion === undefined ? undefined : (connectorQuestions.plan[slashQuestion] as Question<boolean> | undefined);
  if (path.value !== NO_PATH || !atSlash) return path;
  read.cite("openid.core");
  const slash = read.maybe(atSlash);
  return slash.kind === "known" ? known(slash.value ? "/" : "") : slash;
}

/** Whether an issuer of the customer takes the place of Dex, so that the installer leaves Dex out. */
export const replacesDex = (read: Reader): boolean => connectorOf(read.answer(authentication.plan.connector)).issuer !== undefined;

/** What people and machines find at the platform entry, in sentences; Dex only where it is known to sign the tokens. */
export function servedAtEntry(read: Reader): string {
  const source = read.optional(authentication.plan.connector);
  return source !== undefined && connectorOf(source).issuer === undefined ? "dashboard, API and Dex" : "dashboard and API";
}

/** An issuer in sentences: its URL, or its name while the URL is open. */
export const issuerInWords = ({ title, url }: TokenIssuer): string => (url.kind === "known" ? url.value : title);

/** Whether kubeconfigs that log in by OpenID Connect lose their issuer when the platform's URL changes: there are some, and Dex is the issuer. */
export const losesIssuer = (read: Reader): boolean => !replacesDex(read) && read.answer(authentication.plan.clusterLogin);
