import { project } from "../../answers/chapters/project.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { secretNames } from "../access/secret-names.ts";
import { placeholderOf } from "../access/placeholder.ts";
import type { PlatformEntry } from "../../releases/release.ts";
import { servesOwnInterfaces } from "../addresses/slots.ts";
import { entryIn, masterCluster, nameOfCluster, releaseIn, replacedEntry, runsAlready } from "../basics/platform.ts";
import { rowsFrom } from "../basics/rows-from.ts";
import { issuance } from "../certificates/issuer.ts";
import { isSeparateSeed } from "../firewall/subjects.ts";
import { keptDexIngress } from "../identity/dex-ingress.ts";
import { redirectUriRules } from "../identity/index.ts";
import { connectorsInUse, titlesOf } from "../identity/connectors.ts";
import { tokenIssuer, replacesDex } from "../identity/token-issuer.ts";
import { MASTER_VALUES, seedValues, setting, type Found } from "./setting.ts";
import { balancerOf } from "../basics/balancer.ts";
import { listed } from "../../values/sentence.ts";

/** A value with the ports that an entry has on every node. */
const onPorts = ({ nodePorts }: PlatformEntry, text: string): string => text.replace("{http}", String(nodePorts.http)).replace("{https}", String(nodePorts.https));

/** Values of the master that tell the entry what it serves and how it is reached. */
export const entryValues = rule<readonly Setting[]>({
  id: "settings.platform-entry",
  title: "Values of the platform entry",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.gateway-api"],
  derive: (read) => {
    const { entry, gatewayEntry, gatewaySwitches } = releaseIn(read);
    const kind = balancerOf(read, read.rule(masterCluster));
    const row = (id: string, field: string, value: Setting["value"] | string, why: string | (() => string)) => setting(read, { topic: "platform", object: MASTER_VALUES, id: `platform.${id}`, field, value, why });
    const domain = read.maybe(project.plan.domain);
    const issued = () => read.rule(issuance).by !== "hand";
    const switched = gatewayEntry !== undefined && (entry.own === true || entry.title === gatewayEntry.title);
    const dexIngress = keptDexIngress(read);
    return [
      // Dex alone reads them.
      ...(replacesDex(read) ? [] : entry.routes ? [row("route-domain", "httpRoute.domain", domain, "The route of Dex takes its host from here; it has no default, and the release of Dex fails without it.")] : entry.dexHosts.map((field, at) => row(`dex-host-${at}`, field, domain, "The installer fills in the first host alone; a certificate is asked for the hosts under tls."))),
      ...(switched ? gatewaySwitches.filter(({ object, needs }) => object === "values" && (needs !== "issuer" || read.aside(issued)) && (needs !== "dex" || !(replacesDex(read) || dexIngress))).map(({ field, value, why, needs }, at) => row(`gateway-switch-${at}`, field, value, () => (needs === "issuer" && issued(), why))) : []),
      ...(dexIngress ? [row("dex-ingress", dexIngress, "true", `${read.optionalRule(replacedEntry)?.entry.title} leads people to Dex until the records move; without it the chart would take the Ingress of Dex away in the upgrade, and nobody could log in.`)] : []),
      ...(entry.own || kind.addressesFrom !== "nodes" ? [] : entry.onNodePorts.map(({ field, value, why }, at) => row(`node-port-${at}`, field, onPorts(entry, value), why))),
      ...(entry.own || kind.localTraffic || !entry.anyNode ? [] : [row("any-node", entry.anyNode.field, entry.anyNode.value, `${entry.title} would drop what arrives at a node without its pods, and “${kind.title}” brings it there.`)]),
    ];
  },
});

/** What stands in the master's file of values where Dex, which fills it otherwise, is not installed. */
export const leastValues = rule<readonly Setting[]>({
  id: "settings.platform-least-values",
  title: "Least content of the master's values",
  per: "plan",
  sources: ["kkp.code.installer-values", "kkp.code.master-validation", "kkp.code.operator-values"],
  derive: (read) => {
    if (!replacesDex(read)) return read.notApplicable("The values of Dex stand in the file.");
    if (runsAlready(read)) return read.notApplicable("The platform runs with its file of values.");
    const { id, severalValues } = releaseIn(read);
    const { title } = read.rule(tokenIssuer);
    const stops = severalValues ? "cannot read it where it is missing, and stops" : "stops at a file without any value";
    return [setting(read, { topic: "platform", object: MASTER_VALUES, id: "platform.least-values", field: "kubermaticOperator.debug", value: "false", why: `The installer of KKP ${id} is given this file, and ${stops}; ${title} signs the tokens, so nothing else need stand in it, and the operator runs the same without the line.` })];
  },
});

/** Values of the entry of a Seed apart from the master, which comes by its own file of values whatever stands before the master. */
export const seedEntryValues = rule<readonly Setting[]>({
  id: "settings.platform-seed-entry",
  title: "Values of the Seed's own entry",
  per: "cluster",
  sources: ["kkp.code.seed-stack", "kkp.install-ce"],
  derive: (read, cluster) => {
    if (!isSeparateSeed(read, cluster) || !read.rule(servesOwnInterfaces, cluster)) return read.notApplicable("It has no entry beside that of the platform.");
    const entry = entryIn(read, cluster);
    const kind = balancerOf(read, cluster);
    const name = nameOfCluster(read, cluster);
    const row = (id: string, field: string, value: string, why: string) => setting(read, { topic: "platform", object: seedValues(name), id: `platform.seed-${id}[${cluster}]`, field, value, why });
    const { gatewayEntry, gatewaySwitches } = releaseIn(read);
    const [issued, switched] = [read.rule(issuance).by !== "hand", gatewayEntry !== undefined && entry.title === gatewayEntry.title];
    return [
      ...(switched ? gatewaySwitches.filter(({ object, needs }) => object === "values" && (needs === undefined || (needs === "issuer" && issued))).map(({ field, value, why }, at) => row(`gateway-switch-${at}`, field, value, why)) : []),
      ...(kind.addressesFrom !== "nodes" ? [] : entry.onNodePorts.map(({ field, value, why }, at) => row(`node-port-${at}`, field, onPorts(entry, value), at === 0 ? `Nothing gives Services on ${name} an address, so that of its entry would wait for one for ever.` : why))),
      ...(kind.localTraffic || !entry.anyNode ? [] : [row("any-node", entry.anyNode.field, entry.anyNode.value, `What arrives at a node of ${name} without pods of its entry would be dropped, and “${kind.title}” brings it there.`)]),
    ];
  },
});

/** Values of Dex, which signs the platform's tokens. */
export const dexValues = rule<readonly Setting[]>({
  id: "settings.login-dex",
  title: "Values of Dex",
  per: "plan",
  sources: ["kkp.code.example-values", "kkp.code.master-validation", "dex.connectors"],
  derive: (read) => {
    const sources = read.rule(connectorsInUse);
    const { external } = read.rule(tokenIssuer);
    if (external) return read.notApplicable(`${titlesOf(sources)}: no login passes Dex.`);
    const { url } = read.rule(tokenIssuer);
    const asked = sources.filter(({ inDex }) => inDex === undefined);
    const { rows, missing } = rowsFrom(read, redirectUriRules);
    const uris = rows.filter(({ registeredAt }) => registeredAt === "dex");
    const clients = [...new Set(uris.map(({ client }) => client))];
    const row = (id: string, field: string, value: Found<Setting["value"] | string>, why: string) => setting(read, { topic: "login", object: MASTER_VALUES, id: `login.${id}`, field, value, why });
    return [
      row("dex-issuer", "dex.config.issuer", url, "Tokens carry it letter by letter, and API, proxies and user clusters compare it."),
      // A list that still lacks clients would be taken for all of them.
      ...(missing.length > 0 ? [] : [row("dex-clients", "dex.config.staticClients[].id", clients.join(", "), `Dex gives tokens to clients of this list alone, and sends browsers back to the RedirectURIs of each alone, ${uris.length} of the table in all; the installer only warns where a client is missing.`)]),
      ...(sources.some(({ inDex }) => inDex)
        ? [
            row("dex-users", "dex.config.enablePasswordDB", "true", "Both are needed: without the switch, users in the list cannot log in."),
            row("dex-hashes", "dex.config.staticPasswords[].hash", () => placeholderOf(read, secretNames.userHash), "Dex checks the password that somebody enters against this bcrypt hash, and tells people apart by the userID beside it, which never changes; email and username stand there too."),
          ]
        : []),
      ...(asked.length === 0 ? [] : [row("dex-connector", "dex.config.connectors[].type", asked.map(({ id }) => id).join(", "), `Logins by ${listed(asked.map(({ title }) => `“${title}”`))} come to Dex through ${asked.length === 1 ? "a connector of this type, with" : "connectors of these types, each with"} an id that stays, a name that people read, and its fields of this table under config${asked.length === 1 ? "" : ", which the brackets tell apart by type"}; secrets among them come from the secret store.`)]),
    ];
  },
});
