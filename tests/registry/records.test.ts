import { expect, test } from "vitest";
import { apiEndpoints } from "../../src/engine/api-endpoints/registry.ts";
import { connectors } from "../../src/engine/connectors/registry.ts";
import type { Connector } from "../../src/engine/connectors/connector.ts";
import { dnsServices } from "../../src/engine/dns-services/registry.ts";
import { issuers } from "../../src/engine/issuers/registry.ts";
import { loadBalancerKinds } from "../../src/engine/load-balancers/registry.ts";
import { operatingSystems } from "../../src/engine/operating-systems/registry.ts";
import { providers } from "../../src/engine/providers/registry.ts";
import { releases } from "../../src/engine/releases/registry.ts";
import { workloadSuppliers } from "../../src/engine/workload-suppliers/registry.ts";

/** Shared code by its path. */
const shared = import.meta.glob<string>(
  ["../../src/engine/{answers,checks,plan,rules}/**/*.ts", "../../src/{app,diagram,document,features,plan-ui,renderers}/**/*.{ts,tsx}", "!../../src/**/*.test.{ts,tsx}"],
  { eager: true, query: "?raw", import: "default" },
);

/** Ids of records that are also answers or words of their own. */
const WORDS: Readonly<Record<string, string>> = {
  dns01: "the challenge of an issuer",
  http01: "the challenge of an issuer",
  none: "no former release, repository or backup",
  other: "a storage class of the storage team, a network of the site",
  own: "a schedule, retention or Gateway of the customer",
  provider: "the infrastructure, as what has a load balancer, images or storage of its own",
  vault: "where secrets are kept",
};

const records: readonly { readonly id: string; readonly title: string }[] = [...providers, ...loadBalancerKinds, ...connectors, ...issuers, ...dnsServices, ...apiEndpoints, ...operatingSystems, ...workloadSuppliers];
const issuerNames = connectors.flatMap(({ issuer }: Connector) => (issuer ? [issuer.name] : []));
const names = new Set([...records.flatMap(({ id, title }) => [id, title]), ...releases.map(({ id }) => id), ...issuerNames].filter((name) => !(name in WORDS)));

test("shared code asks a record for a property, never which one it is", () => {
  const compared = Object.entries(shared).flatMap(([path, code]) => [...code.matchAll(/(?:[!=]== |\bcase |\.(?:includes|has)\()"([^"]+)"/g)].flatMap(([, name = ""]) => (names.has(name) ? [`${path}: ${name}`] : [])));
  expect(Object.keys(shared).length).toBeGreaterThan(500);
  expect(compared).toEqual([]);
});
