import { describe, expect, test } from "vitest";
import { parseAddress, parseBlock, parseRange, planFrom, rowAddresses, rowNumber, type Answers, type Endpoint, type Flow, type Plan } from "../../src/engine/index.ts";
import { changed } from "../../src/engine/testing/reference.ts";
import { closedByNames } from "../support/allow-list.ts";
import { goldenAnswers } from "../support/golden-plans.ts";

/** Ends whose addresses nobody can list: people come from where the customer's policy lets them in, the internet from everywhere. */
const UNLISTED: ReadonlySet<Endpoint["kind"]> = new Set(["users", "engineers", "internet"]);

/** Protocols of IP itself, which have no ports. */
const WITHOUT_PORTS: ReadonlySet<string> = new Set(["VRRP"]);

describe("whoever enters the firewall rows of a golden plan finds no empty cell", () => {
  test.each([...goldenAnswers()])("%s", (_name, answers) => {
    const { firewall } = planFrom(answers);
    const ends = new Map(firewall.endpoints.map((end) => [end.id, end]));
    const isEmpty = (row: Flow, id: string): boolean => {
      const end = ends.get(id);
      if (!end || end.title === "") return true;
      const addresses = rowAddresses(row, end);
      // An address that is open or comes later says so in its cell.
      return (addresses.length === 0 && !UNLISTED.has(end.kind)) || addresses.some((address) => address.kind === "known" && address.value.trim() === "");
    };
    expect(firewall.flows.length).toBeGreaterThan(0);
    const empty = firewall.flows.flatMap((row) => {
      const { id, source, destination, protocol, ports, reason, why } = row;
      return [
        ...(isEmpty(row, source) ? [`${id} source`] : []),
        ...(isEmpty(row, destination) ? [`${id} destination`] : []),
        ...(ports === "" && !WITHOUT_PORTS.has(protocol) ? [`${id} ports`] : []),
        ...(reason === "" || why === "" ? [`${id} reason`] : []),
      ];
    });
    const inside = firewall.inside.flatMap((row) => ([row.source, row.destination, row.protocol, row.ports, row.component, row.why].includes("") ? [row.id] : []));
    const external = firewall.external.flatMap((row) => (row.host === "" || row.ports === "" || row.purpose === "" || !ends.has(row.source) ? [row.id] : []));
    expect([...empty, ...inside, ...external]).toEqual([]);
  });

  test.each([...goldenAnswers()])("nor a host that the list of hosts opens for others alone: %s", (_name, answers) => expect(closedByNames(planFrom(answers))).toEqual([]));

  test.each([...goldenAnswers()])("nor the same address twice: %s", (_name, answers) => {
    for (const { id, addresses } of planFrom(answers).firewall.endpoints) {
      const shown = addresses.map((address) => JSON.stringify(address));
      expect(shown.filter((address, at) => shown.indexOf(address) !== at), id).toEqual([]);
    }
  });
});

describe("rows to the registries name the hosts that the table of hosts names for the same machines, and no others", () => {
  /** Tables of what machines load themselves; hosts with a path are repositories on a host that stands there already. */
  const LOADED = /^external\.(?:cluster|seed|telemetry|workers)\.[^/]+$/u;

  test.each([...goldenAnswers()])("%s", (_name, answers) => {
    const { flows, external } = planFrom(answers).firewall;
    const loads = flows.filter(({ source, destination }) => destination === "registries" && /^(?:nodes|workers)\[/u.test(source));
    const apis = new Set(flows.filter(({ destination }) => destination.startsWith("provider-api[")).map(({ source }) => source));
    for (const source of new Set(loads.map((row) => row.source))) {
      const named = loads.filter((row) => row.source === source).flatMap(({ hosts = [], ports }) => hosts.map((host) => `${host} ${ports}`));
      const listed = external.filter((row) => row.source === source && LOADED.test(row.id)).map(({ host, ports }) => `${host} ${ports}`);
      expect(named.filter((host) => !listed.includes(host)), source).toEqual([]);
      // Workers whose storage driver calls a cloud have its hosts in the same table, and a row of their own to its API.
      if (!apis.has(source)) expect(listed.filter((host) => !named.includes(host)), source).toEqual([]);
    }
  });
});

/** IP versions that an end of a row shows; undefined where it is open: nobody names it, or a name or somebody else does. */
function familiesShown(addresses: Endpoint["addresses"]): ReadonlySet<number> | undefined {
  const texts = addresses.map((address) => (address.kind === "known" ? address.value : ""));
  const all = texts.flatMap((text) => text.split(", ").map((part) => (parseAddress(part) ?? parseBlock(part) ?? parseRange(part))?.family));
  return all.length === 0 || all.includes(undefined) ? undefined : new Set(all.filter((family) => family !== undefined));
}

const BOTH = { "network.ipFamily": "dual", "network.platformFamily": "dual" } as const;
/** A plan in which every network that may have IPv6 has it, and nothing else does. */
function inBothFamilies(plan: Plan): Readonly<Record<string, string>> {
  const asked = plan.openPoints.map(({ path }) => path).filter((path) => /\.(nodeNetwork6|workerNetwork6|pool6)$/.test(path));
  return Object.fromEntries(asked.map((path, at) => [path, `2001:db8:${(0x100 + at).toString(16)}::/64`]));
}

describe("no row pairs an address with an end that has no address of that family", () => {
  const plans = [...goldenAnswers()].flatMap(([name, answers]) => {
    const dual = changed(answers, BOTH);
    return [[name, answers] as const, [`${name} in both families, IPv6 not named yet`, dual] as const, [`${name} in both families`, changed(dual, inBothFamilies(planFrom(dual)))] as const];
  });
  test.each(plans)("%s", (_name, answers) => {
    const { endpoints, flows } = planFrom(answers).firewall;
    const ends = new Map(endpoints.map((end) => [end.id, end]));
    const wrong = flows.flatMap((row) => {
      const [from, to] = [row.source, row.destination].map((id) => {
        const end = ends.get(id);
        return end ? familiesShown(rowAddresses(row, end)) : undefined;
      });
      const shown = from && to ? [from, to].map((families) => [...families].toSorted().join()) : [];
      return shown[0] === shown[1] ? [] : [`${row.id} ${shown.join(" to ")}`];
    });
    expect(wrong).toEqual([]);
  });
});

/** A plan whose clusters and datacenters are all tenants of KubeLB. */
const behindKubelb = (answers: Answers): Answers =>
  changed(answers, Object.fromEntries([...answers.subjects.cluster.map((id) => `loadBalancer.clusters.${id}.kind`), ...answers.subjects.datacenter.map((id) => `loadBalancer.datacenters.${id}.workloads`)].map((path) => [path, "kubelb"])));

/** A plan whose places all stand behind a proxy. */
const behindProxies = (answers: Answers): Answers =>
  changed(answers, Object.fromEntries(answers.subjects.place.flatMap((place) => Object.entries({ internet: "proxy", proxyAddress: "10.255.0.80", proxyPort: 3128 }).map(([key, value]) => [`network.places.${place}.${key}`, value] as const))));

/** The same with each datacenter on another cloud than the one before. */
const onClouds = (answers: Answers): Answers => {
  const clouds = ["aws", "azure", "gcp", "hetzner", "digitalocean"];
  return behindProxies(changed(answers, Object.fromEntries(answers.subjects.datacenter.map((id, at) => [`infrastructure.datacenters.${id}.provider`, clouds[at % clouds.length]] as const))));
};

const severalWays = [...goldenAnswers()].flatMap(([name, answers]) => [
  [name, answers] as const,
  [`${name} behind KubeLB`, behindKubelb(answers)] as const,
  [`${name} behind proxies`, behindProxies(answers)] as const,
  [`${name} behind proxies, its workers on clouds`, onClouds(answers)] as const,
]);

describe("no two rows agree in everything that a reader sees", () => {
  test.each(severalWays)("%s", (_name, answers) => {
    const { endpoints, flows } = planFrom(answers).firewall;
    const ends = new Map(endpoints.map((end) => [end.id, end]));
    // The number tells rows apart that lead to two boxes of one name; whoever enters them sees the same.
    const seen = flows.map((row) => {
      const cells = [row.source, row.destination].map((id) => {
        const end = ends.get(id);
        return end ? [end.title, ...rowAddresses(row, end)] : [id];
      });
      return JSON.stringify([row.refs, cells, row.protocol, row.ports, row.lifetime, row.reason]);
    });
    expect(seen.filter((row, at) => seen.indexOf(row) !== at)).toEqual([]);
  });
});

describe("no row stands twice under one number", () => {
  test.each([...goldenAnswers()].flatMap(([name, answers]) => [[name, answers] as const, [`${name} behind KubeLB`, behindKubelb(answers)] as const]))("%s", (_name, answers) => {
    const { flows } = planFrom(answers).firewall;
    const entered = flows.map((row) => [rowNumber(row), row.refs.join("="), row.source, row.destination, row.protocol, row.ports, row.hosts?.join() ?? ""].join(" | "));
    expect(entered.filter((row, at) => entered.indexOf(row) !== at)).toEqual([]);
    expect(new Set(flows.map(({ id }) => id)).size).toBe(flows.length);
  });
});
