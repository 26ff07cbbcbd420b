import { authentication } from "../../answers/chapters/authentication.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { urlHost } from "../../values/url-host.ts";
import { nameOfCluster } from "../basics/platform.ts";
import { connectorsInUse, titlesOf } from "../identity/connectors.ts";
import { furtherIssuers } from "../identity/further-issuers.ts";
import { rootsOfDex, sourcesOfDex } from "../identity/source-root.ts";
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
      row("secret", "secretName", "authentication-configuration", `A Secret with an AuthenticationConfiguration of Kubernetes. Its file replaces what KKP would write, so it holds an entry for ${first} and one each for ${issuers.map((host) => `https://${urlHost(host)}`).join(" and ")}; what a datacenter or a user cluster names wins over it.`),
      row("key", "secretKey", "config.yaml", "The key of the Secret under which the file stands."),
    ];
  },
});

/** The root of an identity source in Dex, where no field of the connector takes it. */
export const sourceRootSettings = rule<readonly Setting[]>({
  id: "settings.login-source-root",
  title: "Root of the identity source in Dex",
  per: "plan",
  sources: ["dex.chart", "kkp.code.dex-values"],
  derive: (read) => {
    const asked = sourcesOfDex(read);
    const { configMap, key, mountedAt } = rootsOfDex;
    if (asked.length === 0) return read.notApplicable(`${titlesOf(read.rule(connectorsInUse))}: nothing has to be mounted into Dex.`);
    const why = `Dex asks “${titlesOf(asked)}” over HTTPS and trusts the roots of its image alone. A list of one's own replaces the chart's, so the theme of KKP is repeated in it.`;
    return [setting(read, { topic: "login", object: MASTER_VALUES, id: "login.source-root", field: "dex.volumes and dex.volumeMounts", value: `theme-kkp as before, and ${key} of the ConfigMap ${configMap} as ${mountedAt}`, why })];
  },
});
