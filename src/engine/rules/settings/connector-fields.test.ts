import { describe, expect, test } from "vitest";
import { connectors } from "../../connectors/registry.ts";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const CONFIG = "dex.config.connectors[].config.";
const CALLBACK = "https://kubermatic.example.com/dex/callback";
const NEW = { "project.upgradeFrom": "none" };
const SECRET = "<fill-in:kkp/dex/connector>";
const ask = (what: string) => `<fill-in: ${what}, from the identity team>`;

const rowsOf = (changes: Changes) => referencePlan({ ...NEW, ...changes }).settings.filter(({ field }) => field.startsWith("dex.config.connectors[") && field.includes("].config."));
const fieldsOf = (changes: Changes) => Object.fromEntries(rowsOf(changes).map(({ field, value }) => [field.replace(CONFIG, ""), value.kind === "known" ? value.value : value.kind]));

const at = (connector: string, answers: Record<string, unknown> = {}): Changes => ({ "authentication.connector": connector, ...Object.fromEntries(Object.entries(answers).map(([key, value]) => [`authentication.${key}`, value])) });
const client = (what: string) => ({ clientID: ask(`id of the ${what}`), clientSecret: SECRET, redirectURI: CALLBACK });

describe("fields of connectors", () => {
  test.each<[string, Changes, Record<string, string>]>([
    [
      "LDAP",
      at("ldap", { ldapHost: "ad.bank.example", ldapTransport: "starttls" }),
      {
        host: "ad.bank.example:389",
        startTLS: "true",
        rootCAData: ask("CA file of the directory in Base64, as one line"),
        bindDN: ask("DN of the bind user"),
        bindPW: SECRET,
        "userSearch.baseDN": ask("base DN of people"),
        "userSearch.filter": ask("filter for people"),
        "userSearch.username": ask("attribute that people type at the login"),
        "userSearch.idAttr": ask("attribute with an id that never changes"),
        "userSearch.emailAttr": ask("attribute with the mail address"),
        "userSearch.nameAttr": ask("attribute with the name to show"),
        "groupSearch.baseDN": ask("base DN of groups"),
        "groupSearch.filter": ask("filter for groups"),
        "groupSearch.userMatchers[].userAttr": ask("attribute of people that groups name them by"),
        "groupSearch.userMatchers[].groupAttr": ask("attribute of groups that names members"),
        "groupSearch.nameAttr": ask("attribute with the name of a group"),
      },
    ],
    [
      "OpenID Connect on a port of its own, in 2.30",
      at("oidc", { oidcHost: "login.example.com", oidcPort: 8443, oidcPath: "/realms/example" }),
      {
        issuer: "https://login.example.com:8443/realms/example",
        ...client("client"),
        scopes: `profile, email and ${ask("scope that brings groups, nothing where the client adds them by itself")}`,
        insecureEnableGroups: "true",
        "claimMapping.groups": ask("name of the claim with groups"),
      },
    ],
    ["OpenID Connect with a slash behind the host", at("oidc", { oidcHost: "login.example.com", oidcPath: "/", oidcSlash: true }), { issuer: "https://login.example.com/", ...client("client"), scopes: `profile, email and ${ask("scope that brings groups, nothing where the client adds them by itself")}`, insecureEnableGroups: "true", "claimMapping.groups": ask("name of the claim with groups") }],
    [
      "SAML",
      at("saml", { samlHost: "sso.example.com" }),
      {
        ssoURL: `https://sso.example.com${ask("path of the sign-on by HTTP POST")}`,
        redirectURI: CALLBACK,
        entityIssuer: CALLBACK,
        caData: ask("certificate with which the provider signs, PEM in Base64 as one line"),
        usernameAttr: ask("attribute with the user name"),
        emailAttr: ask("attribute with the mail address"),
        groupsAttr: ask("attribute with groups"),
      },
    ],
    ["Microsoft", at("microsoft", { microsoftTenant: "example.onmicrosoft.com" }), { ...client("app registration"), tenant: "example.onmicrosoft.com" }],
    [
      "Google",
      at("google", { googleDomain: "example.com" }),
      { ...client("OAuth client"), "hostedDomains[]": "example.com", serviceAccountFilePath: "/etc/connectors/google-directory/service-account.json", domainToAdminEmail: "example.com: <fill-in: mail address of the administrator, from the identity team>" },
    ],
    ["GitHub", at("github", { githubOrganisation: "example" }), { ...client("OAuth app"), "orgs[].name": "example" }],
    ["GitLab", at("gitlab", { gitlabHost: "git.example.com" }), { baseURL: "https://git.example.com", ...client("application") }],
    ["Gitea", at("gitea", { giteaHost: "git.example.com", giteaPort: 3000 }), { baseURL: "https://git.example.com:3000", ...client("application") }],
    ["Bitbucket", at("bitbucket-cloud", { bitbucketTeam: "example" }), { ...client("consumer"), "teams[]": "example" }],
    ["LinkedIn", at("linkedin"), client("app")],
    [
      "OAuth",
      at("oauth", { oauthHost: "login.example.com" }),
      {
        ...client("client"),
        authorizationURL: `https://login.example.com${ask("path of the authorisation")}`,
        tokenURL: `https://login.example.com${ask("path of the tokens")}`,
        userInfoURL: `https://login.example.com${ask("path of the user info")}`,
        scopes: ask("scopes that bring id, name and mail address"),
        userIDKey: ask("claim with an id that never changes"),
        "claimMapping.userNameKey": ask("claim with the name"),
        "claimMapping.emailKey": ask("claim with the mail address"),
        "claimMapping.groupsKey": ask("claim with groups"),
      },
    ],
    [
      "OpenShift",
      at("openshift", { openshiftHost: "api.ocp.example.com", openshiftLoginHost: "oauth.apps.ocp.example.com" }),
      { issuer: "https://api.ocp.example.com:6443", ...client("service account or OAuthClient"), rootCA: "/etc/connectors/openshift-root/ca.crt" },
    ],
    [
      "Crowd",
      at("atlassian-crowd", { crowdHost: "crowd.example.com", crowdPort: 8095 }),
      { baseURL: `https://crowd.example.com:8095${ask("context path of Crowd, /crowd unless it was changed")}`, clientID: ask("name of the application"), clientSecret: SECRET },
    ],
    [
      "Keystone",
      at("keystone", { keystoneHost: "keystone.example.com" }),
      { keystoneHost: "https://keystone.example.com:5000", domain: ask("id or name of the domain"), keystoneUsername: ask("name of the Keystone user"), keystonePassword: SECRET },
    ],
    ["a proxy that sets a header", at("authproxy", { authproxyHeader: "X-Mail" }), { userHeader: "X-Mail" }],
    ["users in Dex", at("static-users"), {}],
    ["Keycloak in place of Dex", at("keycloak", { keycloakHost: "sso.example.com", keycloakRealm: "kkp" }), {}],
  ])("%s", (_title, changes, expected) => expect(fieldsOf({ "project.edition": "EE", "project.release": "2.30", ...changes })).toEqual(expected));

  test("LDAPS is TLS from the first byte, and the transport is open until somebody says it", () => {
    expect(fieldsOf(at("ldap", { ldapHost: "ad.bank.example", ldapTransport: "catalog" }))).toMatchObject({ host: "ad.bank.example:3269", startTLS: "false" });
    expect(fieldsOf(at("ldap", { ldapHost: "ad.bank.example", ldapTransport: undefined }))).toMatchObject({ host: "open", startTLS: "open", bindDN: ask("DN of the bind user") });
  });

  test("an open host leaves open what it stands in, and nothing else", () => {
    expect(fieldsOf(at("gitlab"))).toEqual({ baseURL: "open", ...client("application") });
  });

  test("groups are left out where nothing reads them", () => {
    const CE = { "project.edition": "CE", "authentication.clusterLogin": false };
    const groups = (changes: Changes) => Object.keys(fieldsOf(changes)).filter((field) => /group/i.test(field));
    expect(groups({ ...CE, ...at("ldap", { ldapHost: "ad.bank.example" }) })).toEqual([]);
    expect(groups({ ...CE, ...at("oidc") })).toEqual([]);
    expect(groups({ ...CE, ...at("saml") })).toEqual([]);
    expect(groups({ ...CE, ...at("oauth") })).toEqual([]);
    expect(groups({ "project.edition": "CE", ...at("saml", { clusterLogin: true }) })).toEqual(["groupsAttr"]);
  });

  test("the redirect URI is the one of the table, with the port of the entry", () => {
    const plan = referencePlan({ ...NEW, ...at("oidc"), "project.release": "2.30", "loadBalancer.clusters.seed.kind": "none" });
    const uri = plan.identity.redirectUris.find(({ id }) => id === "redirect.dex-callback")?.uri;
    expect(uri).toBe("https://kubermatic.example.com:32443/dex/callback");
    expect(plan.settings.find(({ field }) => field === `${CONFIG}redirectURI`)?.value).toEqual({ kind: "known", value: uri });
  });

  test("with several sources each has rows of its own, told apart by type, and secrets of their own", () => {
    const fields = fieldsOf(at("ldap", { ldapHost: "ad.bank.example", ldapTransport: "ldaps", furtherSources: ["github", "static-users"], githubOrganisation: "example" }));
    expect(fields).toMatchObject({
      "dex.config.connectors[ldap].config.host": "ad.bank.example:636",
      "dex.config.connectors[ldap].config.bindPW": SECRET,
      "dex.config.connectors[github].config.clientSecret": "<fill-in:kkp/dex/connector-github>",
      "dex.config.connectors[github].config.orgs[].name": "example",
    });
  });

  test("an upgrade takes from the installed platform what it has, and a source that it brings from the identity team", () => {
    const upgrade = { "project.upgradeFrom": "2.30", "project.release": "2.31", ...at("github", { githubOrganisation: "example" }) };
    expect(fieldsOf(upgrade)).toMatchObject({ clientID: "<fill-in: id of the OAuth app, from values.yaml of the installed platform>", clientSecret: "<KEEP: kkp/dex/connector>" });
    expect(fieldsOf({ ...upgrade, "access.newSecrets": ["identity-source"] })).toMatchObject({ clientID: ask("id of the OAuth app"), clientSecret: SECRET });
  });

  test("an upgrade leaves the name by which a provider of SAML knows Dex", () => {
    const upgrade = { "project.upgradeFrom": "2.30", "project.release": "2.31", ...at("saml") };
    expect(fieldsOf(upgrade)).toMatchObject({ entityIssuer: "<fill-in: entity issuer that the provider knows, from values.yaml of the installed platform>", redirectURI: CALLBACK });
  });

  test("the reason does not repeat the value, and the row rests on what the makers of the connector publish", () => {
    const row = rowsOf(at("microsoft", { microsoftTenant: "example.onmicrosoft.com" })).find(({ field }) => field.endsWith(".tenant"));
    expect(row?.why).toBe("Left out, every account of Microsoft could log in, and no groups come along.");
  });
});

/** What is prepared beyond fields: rights at the provider, and what stands elsewhere in the values. */
const NO_FIELD = ["oidc.claims", "microsoft.groups", "github.teams", "authproxy.proxy", "authproxy.logins", "static-users.users", "keycloak.scopes", "external-issuer.scopes", "google.groups", "openshift.ca"];

describe.each(connectors.map((connector) => [connector.id, connector] as const))("%s", (id, { fields, file, prepare, callback, inDex, withoutSecret, issuer }) => {
  test("has a field for everything that is prepared, and everything that is filled in is prepared", () => {
    const brought = new Set(fields.flatMap(({ broughtBy }) => (broughtBy === undefined ? [] : [broughtBy])));
    const without = prepare.map((item) => item.id).filter((item) => !brought.has(item));
    expect(without.map((item) => `${id}.${item}`)).toEqual(NO_FIELD.filter((item) => item.startsWith(`${id}.`)));
    for (const item of brought) expect(prepare.map((prepared) => prepared.id)).toContain(item);
    for (const { field, value, broughtBy } of fields) if (String(value).includes("<fill-in: ")) expect([field, typeof broughtBy]).toEqual([field, "string"]);
    for (const item of ["google.groups", "openshift.ca"]) if (item.startsWith(`${id}.`)) expect(file).toBeDefined();
  });

  test("has its secret and its callback where Dex needs them", () => {
    const values = fields.map(({ value }) => value);
    expect(values.includes("{secret}")).toBe(!inDex && !withoutSecret && !issuer);
    expect(values.includes("{callback}")).toBe(callback);
  });
});
