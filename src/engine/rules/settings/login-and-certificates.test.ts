import { describe, expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import type { Plan } from "../../plan/plan.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";

const fieldsOf = (plan: Plan, topic: string) =>
  Object.fromEntries(plan.settings.filter((row) => row.topic === topic).map(({ object, field, value }) => [`${object}: ${field}`, value.kind === "known" ? value.value : value.kind]));
const of = (changes: Changes, topic: string) => fieldsOf(referencePlan(changes), topic);
const NEW = { "project.release": "2.31", "project.upgradeFrom": "none" };

/** Rows whose field or value begins so, without their objects. */
const those = (changes: Changes, topic: string, part: string) => Object.entries(of(changes, topic)).filter(([key]) => key.includes(part));

describe("a supplied certificate", () => {
  test("NGINX is led to each Secret by hand, because no field of KKP does", () => {
    expect(of({}, "certificates")).toEqual({
      "Ingress kubermatic/kubermatic: spec.tls": "hosts kubermatic.example.com, secretName kubermatic-tls",
      "values.yaml: dex.ingress.annotations: cert-manager.io/cluster-issuer": "null",
      "Helm values of iap in monitoring: iap.deployments.<name>.ingress.tlsSecretName": "prometheus-tls, grafana-tls, alertmanager-tls",
      "Helm values of iap in mla: iap.deployments.<name>.ingress.tlsSecretName": "grafana-tls, alertmanager-tls",
    });
  });

  test("the runbook patches the Ingress of the operator, after its name resolves", () => {
    const { runbook } = referencePlan();
    const at = (id: string) => runbook.findIndex((step) => step.id === id);
    expect(at("step.supplied-ingress")).toBeGreaterThan(at("step.platform-names"));
    expect(runbook[at("step.supplied-ingress")]?.commands[0] ?? "").toContain("KUBECONFIG");
    expect(runbook[at("step.supplied-ingress")]?.commands.join("\n")).toContain('{"spec":{"tls":[{"hosts":["kubermatic.example.com"],"secretName":"kubermatic-tls"}]}}');
    for (const changes of [NEW, { "certificates.issuance": "ca" }]) expect(referencePlan(changes).runbook.map(({ id }) => id)).not.toContain("step.supplied-ingress");
  });

  test("KKP 2.31 names one Secret, and nothing beside a Gateway of one's own", () => {
    expect(of(NEW, "certificates")).toEqual({ "KubermaticConfiguration: spec.ingress.gateway.tls.secretRef.name": "kubermatic-tls" });
    const own = { ...NEW, "loadBalancer.entry": "own", "loadBalancer.gatewayName": "edge", "loadBalancer.gatewayNamespace": "gateways" };
    expect(of(own, "certificates")).toEqual({});
    expect(those(own, "platform", "externalGateway").map(([, value]) => value)).toEqual(["edge", "gateways"]);
  });
});

describe("HTTP-01", () => {
  const HTTP = { "certificates.issuance": "http01", "certificates.publicAddress": "203.0.113.9" };
  const solver = (changes: Changes) => Object.entries(of({ ...HTTP, ...changes }, "certificates")).filter(([key]) => key.includes("http01"));

  test("answers through the class of NGINX, or through the Gateway of the release", () => {
    expect(solver({})).toEqual([["ClusterIssuer platform: spec.acme.solvers[].http01.ingress.ingressClassName", "nginx"]]);
    expect(solver(NEW)).toEqual([["ClusterIssuer platform: spec.acme.solvers[].http01.gatewayHTTPRoute.parentRefs", "kind Gateway, name kubermatic, namespace kubermatic"]]);
    expect(of({ ...HTTP, "certificates.issuance": "dns01" }, "certificates")).not.toHaveProperty("ClusterIssuer platform: spec.acme.solvers[].http01.ingress.ingressClassName");
  });

  test("the account key has a place", () => {
    expect(of(HTTP, "certificates")).toMatchObject({ "ClusterIssuer platform: spec.acme.privateKeySecretRef.name": "acme-account-key" });
  });
});

test("its routes are told the base domain, with external-dns or without", () => {
  expect(those({ ...NEW, "certificates.issuance": "ca" }, "platform", "httpRoute.domain").map(([, value]) => value)).toEqual(["kubermatic.example.com"]);
  expect(those({}, "platform", "httpRoute.domain")).toEqual([]);
});

describe("values.yaml without Dex", () => {
  const KEYCLOAK = { "authentication.connector": "keycloak", "authentication.keycloakHost": "sso.example.com", "authentication.keycloakRealm": "corp", "project.upgradeFrom": "none" };
  const least = (changes: Changes) => referencePlan(changes).settings.find(({ id }) => id === "setting.platform.least-values");

  test.each([
    ["2.28", "stops at a file without any value"],
    ["2.29", "stops at a file without any value"],
    ["2.30", "cannot read it where it is missing"],
    ["2.31", "cannot read it where it is missing"],
  ])("KKP %s is given a line that changes nothing, because its installer %s", (release, why) => {
    expect(least({ ...KEYCLOAK, "project.release": release })).toMatchObject({ object: "values.yaml", field: "kubermaticOperator.debug", value: { kind: "known", value: "false" } });
    expect(least({ ...KEYCLOAK, "project.release": release })?.why).toContain(why);
    expect(least({ ...KEYCLOAK, "project.release": release })?.why).toContain("Keycloak");
  });

  test("values of Dex fill the file, and a running platform has one", () => {
    expect(least({ "project.upgradeFrom": "none" })).toBeUndefined();
    expect(least({ ...KEYCLOAK, "project.release": "2.30", "project.upgradeFrom": "2.29" })).toBeUndefined();
  });
});

describe("an entry on ports of the nodes", () => {
  const NODES = { "loadBalancer.clusters.seed.kind": "none" };
  test("puts the port of the release into issuer, redirect URIs and callback", () => {
    for (const [changes, port] of [[NODES, 32443], [{ ...NODES, ...NEW }, 30443]] as const) {
      const plan = referencePlan({ ...changes, "authentication.connector": "oidc" });
      const base = `https://kubermatic.example.com:${port}`;
      expect(fieldsOf(plan, "login")).toMatchObject({
        "KubermaticConfiguration: spec.auth.tokenIssuer": `${base}/dex`,
        "values.yaml: dex.config.issuer": `${base}/dex`,
        "KubermaticConfiguration: spec.auth.issuerRedirectURL": `${base}/api/v1/kubeconfig`,
      });
      const uris = plan.identity.redirectUris.filter(({ optional }) => !optional).map(({ uri }) => uri);
      expect(uris).toContain(`${base}/dex/callback`);
      expect(uris).toContain(`https://grafana.seed.kubermatic.example.com:${port}/oauth/callback`);
      expect(uris.every((uri) => uri.includes(`:${port}`))).toBe(true);
      expect(plan.firewall.flows.find(({ id }) => id === "flow.E4[seed]")?.ports).toBe(String(port));
    }
  });

  test("a load balancer takes it away again", () => {
    expect(those({}, "login", "tokenIssuer")).toEqual([]);
    expect(referencePlan().identity.redirectUris.some(({ uri }) => uri.includes(":32443"))).toBe(false);
  });
});

describe("login to user clusters", () => {
  test("switches both gates on, and is off unless somebody says so", () => {
    expect(those({ "authentication.clusterLogin": true }, "login", "featureGates")).toEqual([
      ["KubermaticConfiguration: spec.featureGates.OIDCKubeCfgEndpoint", "true"],
      ["KubermaticConfiguration: spec.featureGates.OpenIDAuthPlugin", "true"],
    ]);
    expect(those({}, "login", "featureGates")).toEqual([]);
    expect(referencePlan({ "authentication.clusterLogin": undefined }).assumptions.map(({ path }) => path)).toContain("authentication.clusterLogin");
  });

  test("further issuers stand in one file with the platform's own, from 2.31 on", () => {
    const further = { "authentication.clusters.seed.furtherIssuers": ["gitlab.example.com", "ci.example.com"] };
    const plan = referencePlan({ ...NEW, ...further });
    expect(fieldsOf(plan, "login")).toMatchObject({ "Seed seed: spec.authenticationConfiguration.secretName": "authentication-configuration" });
    expect(plan.settings.find(({ field }) => field.endsWith("secretName"))?.why).toContain("https://kubermatic.example.com/dex and one each for https://gitlab.example.com and https://ci.example.com");
    expect(plan.firewall.flows.filter(({ id }) => id.startsWith("flow.further-issuer")).map(({ destination, ports }) => `${destination} ${ports}`)).toEqual(["further-issuer[seed.1] 443", "further-issuer[seed.2] 443"]);
    expect(referencePlan(further).settings.some(({ field }) => field.includes("authenticationConfiguration"))).toBe(false);
  });

  test("an issuer of a Seed's own stands in the fields of its Seed, with the client that it knows", () => {
    const plan = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { "authentication.clusters.azure-seed.ownIssuer": "login.example.com" }));
    const fields = Object.entries(fieldsOf(plan, "login")).filter(([key]) => key.startsWith("Seed azure-seed"));
    expect(fields).toEqual([
      ["Seed azure-seed: spec.oidcProviderConfiguration.issuerURL", "https://login.example.com"],
      ["Seed azure-seed: spec.oidcProviderConfiguration.issuerClientID", "open"],
      ["Seed azure-seed: spec.oidcProviderConfiguration.issuerClientSecret", "<fill-in:azure-seed/issuer>"],
    ]);
  });

  test("issuers of a Seed that nobody named are told as assumptions, where they are asked for", () => {
    const issuers = (answers: Parameters<typeof planFrom>[0]) => planFrom(answers).assumptions.filter(({ question }) => /(own|further)Issuers?$/.test(question)).map(({ path, shown }) => `${path}: ${shown}`);
    const plan = starterAnswers("vsphere-plus-azure-seed");
    expect(issuers(changed(plan, { "project.release": "2.30" }))).toEqual(["authentication.clusters.azure-seed.ownIssuer: that of the platform"]);
    expect(issuers(changed(plan, { "project.release": "2.30", "authentication.clusters.azure-seed.ownIssuer": "login.example.com" }))).toEqual([]);
    expect(issuers(changed(plan, { "project.release": "2.31" }))).toContain("authentication.clusters.azure-seed.furtherIssuers: none");
  });
});

describe("files that connectors read", () => {
  const OPENSHIFT = { "authentication.connector": "openshift", "authentication.openshiftHost": "api.ocp.example.com", "authentication.openshiftLoginHost": "oauth.apps.ocp.example.com" };
  const GOOGLE = { "authentication.connector": "google", "authentication.googleDomain": "example.com" };
  const VOLUMES = "values.yaml: dex.volumes and dex.volumeMounts";
  const CONFIG = "values.yaml: dex.config.connectors[].config";

  test("the CA of OpenShift goes into Dex by its field", () => {
    const plan = referencePlan(OPENSHIFT);
    expect(fieldsOf(plan, "login")).toMatchObject({
      [`${CONFIG}.rootCA`]: "/etc/connectors/openshift-root/ca.crt",
      [VOLUMES]: "theme-kkp as before, and ca.crt of the ConfigMap openshift-root as /etc/connectors/openshift-root/ca.crt",
    });
    const steps = plan.runbook.map(({ id }) => id);
    expect(plan.runbook.find(({ id }) => id === "step.connector-file-openshift")?.commands.at(-1)).toBe("kubectl -n dex create configmap openshift-root --from-file=ca.crt=openshift-root-ca.crt --dry-run=client -o yaml | kubectl apply -f -");
    expect(steps.indexOf("step.connector-file-openshift")).toBeLessThan(steps.indexOf("step.master"));
    expect(plan.secrets.some(({ id }) => id.startsWith("secret.connector-file"))).toBe(false);
  });

  test("beside another source, one list names all that is mounted", () => {
    const plan = referencePlan({ ...OPENSHIFT, "authentication.furtherSources": ["oidc"], "authentication.oidcHost": "login.example.com", "authentication.sourceRoot": "private" });
    expect(fieldsOf(plan, "login")[VOLUMES]).toBe("theme-kkp as before, and ca.crt of the ConfigMap identity-root as /etc/ssl/certs/identity-root.crt and ca.crt of the ConfigMap openshift-root as /etc/connectors/openshift-root/ca.crt");
  });

  test("the key with which Dex asks Google for groups is a secret, where anything reads groups", () => {
    const plan = referencePlan({ ...GOOGLE, "project.edition": "EE" });
    expect(fieldsOf(plan, "login")).toMatchObject({
      [`${CONFIG}.serviceAccountFilePath`]: "/etc/connectors/google-directory/service-account.json",
      [`${CONFIG}.domainToAdminEmail`]: "example.com: <fill-in: mail address of the administrator, from the identity team>",
      [VOLUMES]: "theme-kkp as before, and service-account.json of the Secret google-directory as /etc/connectors/google-directory/service-account.json",
    });
    expect(plan.secrets.find(({ id }) => id === "secret.connector-file-google")).toMatchObject({ name: "kkp/dex/google-file", files: ["Secret dex/google-directory"] });
    expect(plan.runbook.find(({ id }) => id === "step.connector-file-google")?.commands.slice(-2)).toEqual([
      "kubectl -n dex create secret generic google-directory --from-file=service-account.json=google-directory-service-account.json --dry-run=client -o yaml | kubectl apply -f -",
      "rm google-directory-service-account.json",
    ]);
    const nobody = referencePlan({ ...GOOGLE, "project.edition": "CE", "authentication.clusterLogin": false });
    expect(Object.keys(fieldsOf(nobody, "login")).filter((field) => /serviceAccount|domainToAdmin/.test(field) || field === VOLUMES)).toEqual([]);
    expect(nobody.runbook.some(({ id }) => id.startsWith("step.connector-file"))).toBe(false);
  });

  test("none where an issuer takes the place of Dex", () => expect(referencePlan({ "authentication.connector": "keycloak", "authentication.keycloakHost": "sso.example.com", "authentication.keycloakRealm": "kkp" }).runbook.some(({ id }) => id.startsWith("step.connector-file"))).toBe(false));
});

describe("a proxy that names people to Dex", () => {
  const PROXY = { "authentication.connector": "authproxy", "authentication.authproxyHeader": "X-Mail" };

  test("takes the whole callback of Dex, and the connector comes with it", () => {
    const plan = referencePlan({ ...PROXY, "project.release": "2.31" });
    expect(fieldsOf(plan, "login")).toMatchObject({
      "values.yaml: dex.config.connectors[].id": "authproxy",
      "values.yaml: dex.config.connectors[].config.userHeader": "X-Mail",
      "HTTPRoute authproxy in the namespace dex: path and backend": "/dex/callback and all below it at kubermatic.example.com, to the Service authproxy",
    });
    const step = plan.runbook.find(({ id }) => id === "step.callback-proxy");
    expect(step?.text).toContain("with X-Mail set by hand comes back from the proxy");
    expect(step?.commands.at(-2)).toContain("kubermatic-installer deploy kubermatic-master");
    expect(plan.identity.preparations.map(({ id }) => id)).toEqual(["preparation.authproxy.proxy", "preparation.authproxy.logins"]);
    expect(Object.keys(fieldsOf(referencePlan({ ...PROXY, "project.release": "2.30" }), "login"))).toContain("Ingress authproxy in the namespace dex: path and backend");
    expect(referencePlan({ "project.release": "2.31" }).runbook.some(({ id }) => id === "step.callback-proxy")).toBe(false);
  });

  test("gets a route of the new entry on an upgrade that replaces it, and none otherwise", () => {
    const steps = (from: string, to: string) => referencePlan({ ...PROXY, "project.upgradeFrom": from, "project.release": to }).runbook.map(({ id }) => id);
    const replaced = steps("2.30", "2.31");
    expect(replaced.indexOf("step.callback-proxy")).toBe(replaced.indexOf("step.upgrade-master") + 1);
    expect(steps("2.28", "2.29")).not.toContain("step.callback-proxy");
  });
});

describe("the root of the identity source", () => {
  const OIDC = { "authentication.connector": "oidc", "authentication.oidcHost": "login.example.com" };
  test("goes into Dex, and onto the list of what is prepared", () => {
    const plan = referencePlan({ ...OIDC, "authentication.sourceRoot": "private" });
    expect(Object.keys(fieldsOf(plan, "login"))).toContain("values.yaml: dex.volumes and dex.volumeMounts");
    expect(fieldsOf(plan, "login")["values.yaml: dex.volumes and dex.volumeMounts"]).toContain("ca.crt of the ConfigMap identity-root");
    const steps = plan.runbook.map(({ id }) => id);
    expect(plan.runbook.find(({ id }) => id === "step.source-root")?.commands.at(-1)).toContain("kubectl -n dex create configmap identity-root --from-file=ca.crt=identity-root.crt");
    expect(steps.indexOf("step.source-root")).toBeLessThan(steps.indexOf("step.master"));
    expect(steps.indexOf("step.source-root")).toBeGreaterThan(0);
    expect(referencePlan(OIDC).runbook.map(({ id }) => id)).not.toContain("step.source-root");
    const upgrade = referencePlan({ ...OIDC, "authentication.sourceRoot": "private", "project.release": "2.31", "project.upgradeFrom": "2.30" }).runbook.map(({ id }) => id);
    expect(upgrade.indexOf("step.source-root")).toBeGreaterThan(0);
    expect(upgrade.indexOf("step.source-root")).toBeLessThan(upgrade.indexOf("step.upgrade-master"));
    expect(plan.identity.preparations.map(({ id }) => id)).toContain("preparation.oidc.root");
    expect(referencePlan(OIDC).identity.preparations.map(({ id }) => id)).not.toContain("preparation.oidc.root");
  });

  test("of an issuer in place of Dex goes into KKP's bundle and to the proxies", () => {
    const keycloak = { "authentication.connector": "keycloak", "authentication.keycloakHost": "sso.example.com", "authentication.keycloakRealm": "kkp", "certificates.rootTrust": "public" };
    const root = (changes: Changes) => Object.keys(of({ ...keycloak, ...changes }, "certificates")).filter((key) => /caBundle|ca-bundle|customProviderCA/.test(key));
    expect(root({ "authentication.sourceRoot": "private" })).toEqual(["ConfigMap kubermatic/platform-ca-bundle: data: ca-bundle.pem", "KubermaticConfiguration: spec.caBundle", "Helm values of iap in monitoring: iap.customProviderCA.secretName and secretKey", "Helm values of iap in mla: iap.customProviderCA.secretName and secretKey"]);
    expect(root({})).toEqual([]);
    // A private root of the platform alone is no business of proxies that ask Keycloak.
    expect(root({ "certificates.rootTrust": "private" })).toEqual(["ConfigMap kubermatic/platform-ca-bundle: data: ca-bundle.pem", "KubermaticConfiguration: spec.caBundle"]);
  });

  test("is not asked for LDAP, whose connector has a field of its own", () => {
    expect(referencePlan({ "authentication.sourceRoot": "private" }).identity.preparations.map(({ id }) => id)).not.toContain("preparation.ldap.root");
    const plan = referencePlan({ "authentication.sourceRoot": "private", "project.upgradeFrom": "none" });
    expect(fieldsOf(plan, "login")["values.yaml: dex.config.connectors[].config.rootCAData"]).toBe("<fill-in: CA file of the directory in Base64, as one line, from the identity team>");
    expect(Object.keys(fieldsOf(plan, "login"))).not.toContain("values.yaml: dex.volumes and dex.volumeMounts");
    expect(plan.runbook.map(({ id }) => id)).not.toContain("step.source-root");
  });
});

test("a proxy between master and user clusters takes the place of the direct way", () => {
  const base = starterAnswers("vsphere-plus-azure-seed");
  const before = planFrom(base);
  const after = planFrom(changed(base, { "loadBalancer.clusters.azure-seed.wayToUserClusters": "socks5", "loadBalancer.clusters.azure-seed.managementProxyHost": "10.20.0.9", "loadBalancer.clusters.azure-seed.managementProxyPort": 1080 }));
  const ids = (plan: Plan) => plan.firewall.flows.map(({ id }) => id);
  expect(ids(after).filter((id) => !ids(before).includes(id))).toEqual(["flow.management-proxy[azure-seed]", "flow.P4-behind[azure-seed]"]);
  expect(ids(before).filter((id) => !ids(after).includes(id))).toEqual(["flow.P4[azure-seed]"]);
  expect(after.firewall.flows.find(({ id }) => id === "flow.management-proxy[azure-seed]")).toMatchObject({ source: "nodes[seed]", destination: "management-proxy[azure-seed]", ports: "1080" });
  expect(fieldsOf(after, "internet")).toEqual({
    "Seed azure-seed: spec.managementProxySettings.proxyHost": "10.20.0.9",
    "Seed azure-seed: spec.managementProxySettings.proxyPort": "1080",
    "Seed azure-seed: spec.managementProxySettings.proxyProtocol": "socks5",
  });
});
