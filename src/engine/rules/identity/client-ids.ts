import { authentication, connectorQuestions } from "../../answers/chapters/authentication.ts";
import type { ClientIds } from "../../answers/client-ids.ts";
import type { Question } from "../../answers/question.ts";
import type { Connector } from "../../connectors/connector.ts";
import { connectorOf } from "../../connectors/registry.ts";
import { known, openFor, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { isKept } from "../access/new-secrets.ts";
import { secretNames } from "../access/secret-names.ts";
import { installedRelease, nameOfCluster } from "../basics/platform.ts";

/** Who chooses the ids of the platform's clients: whoever registers them in Dex and Keycloak, elsewhere as the issuer has it. */
export function platformIds(read: Reader): Value<ClientIds> {
  const { issuer }: Connector = connectorOf(read.answer(authentication.plan.connector));
  // The key names a question of two choices by the record's own definition.
  return issuer?.idsQuestion === undefined ? known("chosen") : read.maybe(connectorQuestions.plan[issuer.idsQuestion] as Question<ClientIds>);
}

/** What files carry for a client: its name, or the id that the issuer makes. */
function idOf(read: Reader, ids: Value<ClientIds>, name: string, client: string, secret: string): Value<string> {
  if (ids.kind !== "known") return ids;
  if (ids.value === "chosen") return known(name);
  read.cite("rfc.6749");
  const waits = openFor(read.outcome(installedRelease));
  return waits ?? known(`<fill-in: id of the client ${client}, from ${isKept(read, secret) ? "the files of the installed platform" : "the identity team"}>`);
}

/** The id of a client at the platform's issuer. */
export const clientId = (read: Reader, client: string): Value<string> => idOf(read, platformIds(read), client, client, secretNames.client(client));

/** The id of the client that user clusters of a Seed have at an issuer of their own; the name is that of the platform's. */
export const seedClientId = (read: Reader, cluster: string, name: string): Value<string> => {
  const seed = nameOfCluster(read, cluster);
  return idOf(read, read.maybe(authentication.cluster.ownIssuerIds, cluster), name, `for the user clusters of ${seed}`, secretNames.seedIssuer(seed));
};

/** What the identity team hands back with a client; the secret only where it has one. */
export function handedBack(ids: Value<ClientIds>, secret: boolean): string {
  const assigned = ids.kind === "known" && ids.value === "assigned";
  if (assigned) return `; the id that the issuer makes for it to the platform team${secret ? ", its secret in the secret store" : ""}`;
  return secret ? "; its secret in the secret store" : "";
}

/** Why an id is handed back, as a sentence with the blank before it. */
export const madeThere = (ids: Value<ClientIds>): string => (ids.kind === "known" && ids.value === "assigned" ? " The issuer makes the id itself, so what the plan calls the client is no more than its name." : "");
