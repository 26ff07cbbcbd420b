import { describe, expect, test } from "vitest";
import { planFrom, type Endpoint } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";

/** Ends whose addresses nobody can list: people come from where the customer's policy lets them in, the internet from everywhere. */
const UNLISTED: ReadonlySet<Endpoint["kind"]> = new Set(["users", "engineers", "internet"]);

/** Protocols of IP itself, which have no ports. */
const WITHOUT_PORTS: ReadonlySet<string> = new Set(["VRRP"]);

describe("whoever enters the firewall rows of a golden plan finds no empty cell", () => {
  test.each([...goldenAnswers()])("%s", (_name, answers) => {
    const { firewall } = planFrom(answers);
    const ends = new Map(firewall.endpoints.map((end) => [end.id, end]));
    const isEmpty = (id: string): boolean => {
      const end = ends.get(id);
      // An address that is open or comes later says so in its cell.
      return !end || end.title === "" || (end.addresses.length === 0 && !UNLISTED.has(end.kind)) || end.addresses.some((address) => address.kind === "known" && address.value.trim() === "");
    };
    expect(firewall.flows.length).toBeGreaterThan(0);
    const empty = firewall.flows.flatMap(({ id, source, destination, protocol, ports, reason, why }) => [
      ...(isEmpty(source) ? [`${id} source`] : []),
      ...(isEmpty(destination) ? [`${id} destination`] : []),
      ...(ports === "" && !WITHOUT_PORTS.has(protocol) ? [`${id} ports`] : []),
      ...(reason === "" || why === "" ? [`${id} reason`] : []),
    ]);
    const inside = firewall.inside.flatMap((row) => ([row.source, row.destination, row.protocol, row.ports, row.component, row.why].includes("") ? [row.id] : []));
    const external = firewall.external.flatMap((row) => (row.host === "" || row.ports === "" || row.purpose === "" || !ends.has(row.source) ? [row.id] : []));
    expect([...empty, ...inside, ...external]).toEqual([]);
  });

  test.each([...goldenAnswers()])("nor the same address twice: %s", (_name, answers) => {
    for (const { id, addresses } of planFrom(answers).firewall.endpoints) {
      const shown = addresses.map((address) => JSON.stringify(address));
      expect(shown.filter((address, at) => shown.indexOf(address) !== at), id).toEqual([]);
    }
  });
});
