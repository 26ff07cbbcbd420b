import { project } from "../../answers/chapters/project.ts";
import { connectorQuestions } from "../../answers/chapters/authentication.ts";
import type { Question } from "../../answers/question.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import { isGateway } from "../basics/entry-names.ts";
import { releaseIn } from "../basics/platform.ts";
import { connectorsInUse, type ChosenConnector } from "./connectors.ts";

/** The proxy through which the entry leads the callback of Dex. */
export interface CallbackProxy {
  readonly connector: ChosenConnector;
  readonly name: string;
  readonly path: string;
  readonly field: string;
  readonly header: Value<string>;
  /** Kind of the object that leads the path to it, in the entry of the release. */
  readonly route: "HTTPRoute" | "Ingress";
  readonly domain: string;
}

/** Dex takes a person from a header at every path of its callback, so the entry leads all of them to the proxy that sets it. */
export const callbackProxy = rule<CallbackProxy>({
  id: "identity.callback-proxy",
  title: "Proxy before the callback of Dex",
  per: "plan",
  sources: ["dex.authproxy", "dex.code.callback"],
  derive: (read) => {
    const connector = read.rule(connectorsInUse).find((source) => source.callbackProxy);
    if (!connector?.callbackProxy) return read.notApplicable("Dex believes no header.");
    const { name, path, field, headerQuestion } = connector.callbackProxy;
    const header = read.maybe(connectorQuestions.plan[headerQuestion] as Question<string>);
    return { connector, name, path, field, header, route: isGateway(releaseIn(read).entry) ? "HTTPRoute" : "Ingress", domain: read.answer(project.plan.domain) };
  },
});
