import { authentication, connectorQuestions } from "../../answers/chapters/authentication.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { listed } from "../../values/sentence.ts";
import { urlHost } from "../../values/url-host.ts";
import { filledValue } from "../basics/filled.ts";
import { nameOfCluster } from "../basics/platform.ts";
import { configOf, connectorsInUse, titlesOf } from "../identity/connectors.ts";
import { furtherIssuers } from "../identity/further-issuers.ts";
import { callbackProxy } from "../identity/callback-proxy.ts";
import { connectorFiles, inWords, mountedInDex } from "../identity/dex-files.ts";
import { rootsOfDex } from "../identity/source-root.ts";
import { issuerInWords, tokenIssuer } from "../identity/token-issuer.ts";
import { CONFIGURATION, MASTER_VALUES, seedObject, setting } from "./setting.ts";
import { seedIssuer, seedIssuerUrl } from "../identity/seed-issuer.ts";

/** Feature gates of a login to user clusters. */
export const clusterLoginSettings = rule<readonly Setting[]>({
  id: "settings.login-clusters",
  title: "Feature gates of the login to user clusters",
  per: "plan",
  sources: ["kkp.share-clusters"],
  derive: (read) => {
    if (!read.answer(authentication.plan.clusterLogin)) return read.notApplicable("Kubeconfigs hold a token.");
    const row = (gate: string, why: string) => setting(read, { topic: "login", object: CONFIGURATION, id: `login.gate-${gate}`, field: `spec.featureGates.${gate}`, value: "true", why });
    return [
      row("OIDCKubeCfgEndpoint", "The dashboard hands out kubeconfigs that hold no credential and log in at the issuer."),
      row("OpenIDAuthPlugin", "API servers of user clusters accept tokens of the issuer; without it such a kubeconfig is refused by all of them."),
    ];
  },
});

/** The Secret that names further issuers for the user clusters of a Seed. */
export const furtherIssuerSettings = rule<readonly Setting[]>({
  id: "settings.login-further-issuers",
  title: "Fields of the Seed's further issuers",
  per: "cluster",
  sources: ["kkp.iap", "kkp.code.datacenter", "kkp.code.authentication-configuration"],
  derive: (read, cluster) => {
    const issuers = read.rule(furtherIssuers, cluster);
    const name = nameOfCluster(read, cluster);
    const own = read.optionalRule(seedIssuer, cluster);
    const first = own === undefined ? issuerInWords(read.rule(tokenIssuer)) : seedIssuerUrl(read, cluster, own);
    const row = (id: string, field: string, value: string, why: string) => setting(read, { topic: "login", object: seedObject(name), id: `login.further-${id}[${cluster}]`, field: `spec.authenticationConfiguration.${field}`, value, why });
    return [
      row("secret", "secretName", "authentication-configuration", `A Secret with an AuthenticationConfiguration of Kubernetes. Its file replaces what KKP would write, so it holds an entry for ${first} and one each for ${listed(issuers.map((host) => `https://${urlHost(host)}`))}; what a datacenter or a user cluster names wins over it.`),
      row("key", "secretKey", "config.yaml", "The key of the Secret under which the file stands."),
    ];
  },
});

/** What Dex mounts for its connectors: roots that no field of theirs takes, and files that they name. */
export const dexVolumeSettings = rule<readonly Setting[]>({
  id: "settings.login-dex-volumes",
  title: "Files that are mounted into Dex",
  per: "plan",
  sources: ["dex.chart", "kkp.code.dex-values"],
  derive: (read) => {
    const files = mountedInDex(read);
    if (files.length === 0) return read.notApplicable(`${titlesOf(read.rule(connectorsInUse))}: nothing has to be mounted into Dex.`);
    const why = `${files.map((file) => file.why).join(" ")} A list of one's own replaces the chart's, so the theme of KKP is repeated in it.`;
    return [setting(read, { topic: "login", object: MASTER_VALUES, id: "login.dex-volumes", field: "dex.volumes and dex.volumeMounts", value: `theme-kkp as before, and ${inWords(files)}`, why })];
  },
});

/** Fields of connectors that name a file, and what it is read by. */
export const connectorFileSettings = rule<readonly Setting[]>({
  id: "settings.login-connector-files",
  title: "Fields of connectors that name a file",
  per: "plan",
  sources: ["dex.connectors"],
  derive: (read) =>
    read.rule(connectorFiles).flatMap(({ connector, file, mountedAt }) => {
      read.cite(...connector.sources);
      const row = (field: string, value: Setting["value"] | string, why: string) => setting(read, { topic: "login", object: MASTER_VALUES, id: `login.${connector.id}-${field}`, field: `${configOf(read.rule(connectorsInUse), connector)}.${field}`, value, why });
      return [row(file.field, mountedAt, file.why), ...file.beside.map(({ field, value, why }) => row(field, filledValue(read, value, connectorQuestions.plan), why))];
    }),
});

/** What leads the callback of Dex to the proxy that names people, and the header that it names them in. */
export const callbackProxySettings = rule<readonly Setting[]>({
  id: "settings.login-callback-proxy",
  title: "Fields of the proxy before Dex",
  per: "plan",
  sources: ["dex.authproxy", "dex.code.callback"],
  derive: (read) => {
    const { connector, name, path, field, header, route, domain } = read.rule(callbackProxy);
    const { namespace } = rootsOfDex;
    const sources = read.rule(connectorsInUse);
    return [
      setting(read, { topic: "login", object: MASTER_VALUES, id: `login.${name}-id`, field: configOf(sources, connector).replace(/config$/, "id"), value: name, why: `The path at which the proxy logs people in, ${path}/${name}, ends with it.` }),
      setting(read, { topic: "login", object: MASTER_VALUES, id: `login.${name}-header`, field: `${configOf(sources, connector)}.${field}`, value: header, why: "Dex takes the person from this header; left out it is X-Remote-User." }),
      setting(read, { topic: "login", object: `${route} ${name} in the namespace ${namespace}`, id: `login.${name}-route`, field: "path and backend", value: `${path} and all below it at ${domain}, to the Service ${name}`, why: `Dex believes the header at ${path} itself as well as below it; the longer path wins over the route of Dex, so nothing but the proxy gets there from outside.` }),
    ];
  },
});
