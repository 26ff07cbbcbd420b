import { connectorQuestions } from "../../answers/chapters/authentication.ts";
import type { Question } from "../../answers/question.ts";
import type { ConnectorField } from "../../connectors/connector.ts";
import { known, openFor, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { isKept } from "../access/new-secrets.ts";
import { placeholderOf } from "../access/placeholder.ts";
import { secretNames } from "../access/secret-names.ts";
import { filledValue } from "../basics/filled.ts";
import { installedRelease } from "../basics/platform.ts";
import { configOf, connectorsInUse, serverOf, titlesOf, type ChosenConnector } from "../identity/connectors.ts";
import { readsGroups } from "../identity/reads-groups.ts";
import { callbackUri } from "../identity/redirect-uris.ts";
import { pathIn } from "../identity/token-issuer.ts";
import { MASTER_VALUES, setting } from "./setting.ts";

/** What the configuration of each connector in Dex holds. */
export const connectorFieldSettings = rule<readonly Setting[]>({
  id: "settings.login-connector-fields",
  title: "Fields of connectors",
  per: "plan",
  sources: ["dex.connectors"],
  derive: (read) => {
    const sources = read.rule(connectorsInUse);
    if (sources.every(({ fields }) => fields.length === 0)) return read.notApplicable(`${titlesOf(sources)}: no field in Dex but those of other rules.`);
    return sources.flatMap((connector, at) => {
      const brings = ({ broughtBy }: ConnectorField): boolean => connector.prepare.some(({ id, forGroups }) => id === broughtBy && forGroups === true);
      return connector.fields
        .filter((field) => !brings(field) || read.aside(() => readsGroups(read)))
        .map((field) =>
          setting(read, {
            topic: "login",
            object: MASTER_VALUES,
            id: `login.${connector.id}-${field.field.replaceAll("[]", "")}`,
            field: `${configOf(sources, connector)}.${field.field}`,
            value: () => {
              if (brings(field)) readsGroups(read);
              read.cite(...connector.sources);
              return valueOf(read, connector, at, field);
            },
            why: field.why,
          }),
        );
    });
  },
});

/** What stands behind the host in the issuer of a source; nothing where the source has no issuer of its own. */
function pathOf(read: Reader, { issuerPath }: ChosenConnector): Value<string> {
  const question = issuerPath && (connectorQuestions.plan[issuerPath.pathQuestion] as Question<string> | undefined);
  return question ? pathIn(read, issuerPath, read.maybe(question)) : known("");
}

/** The value of a field: open while something that it is made of is. */
function valueOf(read: Reader, connector: ChosenConnector, at: number, { value, installed }: ConnectorField): Value<string> {
  const secret = secretNames.connector(connector.id, at);
  const parts: Readonly<Record<string, () => Value<string>>> = {
    server: () => serverOf(read, connector),
    path: () => pathOf(read, connector),
    callback: () => callbackUri(read),
    secret: () => placeholderOf(read, secret, "fill-in"),
  };
  const chosen = typeof value === "string" ? known(value) : chosenOf(read, value);
  if (chosen.kind !== "known") return chosen;
  let text = chosen.value;
  if (text.includes("<fill-in: ") || installed !== undefined) {
    const waits = openFor(read.outcome(installedRelease));
    if (waits) return waits;
    const kept = isKept(read, secret);
    if (kept && installed !== undefined) text = `<fill-in: ${installed}>`;
    const who = kept ? "values.yaml of the installed platform" : "the identity team";
    text = text.replaceAll(/<fill-in: ([^>]*)>/g, (_all, what: string) => `<fill-in: ${what}, from ${who}>`);
  }
  // All of them are read before one that is open ends it, so that each is asked for.
  const found = Object.entries(parts).flatMap(([name, part]) => (text.includes(`{${name}}`) ? [[name, part()] as const] : []));
  for (const [name, part] of found) {
    if (part.kind !== "known") return part;
    text = text.replaceAll(`{${name}}`, part.value);
  }
  return filledValue(read, text, connectorQuestions.plan);
}

/** The value that belongs to the answer to a choice question of the record. */
function chosenOf(read: Reader, { question, of }: Exclude<ConnectorField["value"], string>): Value<string> {
  const answer = read.maybe(connectorQuestions.plan[question] as Question<string>);
  if (answer.kind !== "known") return answer;
  const found = of[answer.value];
  if (found === undefined) throw new Error(`No value for ${question} ${answer.value}`);
  return known(found);
}
