import { describe, expect, it } from "vitest";
import { looksLikeSecret, questionOf, questions } from "../engine/index.ts";
import { entryOf, entrySchema, readEntry, takesNone } from "./entry.ts";

const read = (id: string, entry: Parameters<typeof readEntry>[1]) => readEntry(questionOf(id), entry);
const PEERS = "loadBalancer.clusters.peers";

describe("text to value", () => {
  it.each([
    ["project.domain", " Kubermatic.Example.com ", "kubermatic.example.com"],
    ["infrastructure.datacenters.smallClusters", "1,200", 1200],
    ["infrastructure.datacenters.smallClusters", "12", 12],
    ["access.bastion", "true", true],
    ["access.bastion", "false", false],
    ["loadBalancer.exposeStrategy", "Tunneling", "Tunneling"],
    ["loadBalancer.clusters.pool", "10.20.30.0 255.255.255.240", "10.20.30.0/28"],
    ["network.places.dhcp", "10.20.0.50 – 10.20.0.220", "10.20.0.50-10.20.0.220"],
    ["project.date", "2026-12-03", "2026-12-03"],
  ])("reads %s: %s", (id, entry, value) => expect(read(id, entry)).toEqual({ kind: "value", value }));

  it("takes lists one a line, and addresses also with commas or blanks between", () => {
    expect(read("project.authors", "Ann Example\n\n Bob, the other \n")).toEqual({ kind: "value", value: ["Ann Example", "Bob, the other"] });
    expect(read("network.places.dnsServers", "10.0.0.1, 10.0.0.2 dns.example.com")).toEqual({ kind: "value", value: ["10.0.0.1", "10.0.0.2", "dns.example.com"] });
  });

  it("takes several choices in the order in which they are offered", () => {
    expect(read("monitoring.platformUis", "grafana\nprometheus")).toEqual({ kind: "value", value: ["prometheus", "grafana"] });
  });

  it("reads nothing as nothing", () => {
    expect(read("project.domain", "  ")).toEqual({ kind: "empty" });
    expect(read(PEERS, [{ name: "", address: " ", asn: "" }])).toEqual({ kind: "empty" });
  });

  it("says what is wrong in the question's words", () => {
    expect(read("loadBalancer.clusters.pool", "10.20.30.0/33")).toMatchObject({ kind: "malformed", error: "`10.20.30.0/33` is no block: the length ends at 32." });
    expect(read("infrastructure.datacenters.smallClusters", "many")).toMatchObject({ kind: "malformed", error: "Write a whole number." });
  });

  it("comes back as the field shows it, for every kind of control", () => {
    const given: Readonly<Record<string, Parameters<typeof entryOf>[1]>> = {
      "project.contacts": [{ team: "dns", name: "Ann" }],
      [PEERS]: [{ address: "10.20.0.2", asn: 64500 }, { name: "r2", address: "10.20.0.3", asn: 64501 }],
      "network.places.dnsServers": ["10.0.0.1", "10.0.0.2"],
      "monitoring.seedUis": ["grafana", "alertmanager"],
      "access.bastion": false,
      "infrastructure.clusters.workerCpu": 8,
    };
    for (const [id, value] of Object.entries(given)) expect(read(id, entryOf(questionOf(id).control, value))).toEqual({ kind: "value", value });
  });
});

describe("rows of a table", () => {
  it("drops rows without text and keeps optional cells out", () => {
    expect(read(PEERS, [{ name: "", address: "", asn: "" }, { name: "", address: "10.20.0.2", asn: "64500" }])).toEqual({
      kind: "value",
      value: [{ address: "10.20.0.2", asn: 64500 }],
    });
  });

  it("names the cell at fault among all rows, and every missing cell by its column", () => {
    const rows = [{ name: "", address: "", asn: "" }, { name: "r1", address: "10.20.0.300", asn: "" }];
    const { error } = entrySchema(questionOf(PEERS)).safeParse(rows);
    expect(error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["1.address", "`10.20.0.300` is no IP address. Write it like 10.20.0.10."],
      ["1.asn", "“Router's AS number” is still empty in row 2."],
    ]);
  });
});

describe("secrets", () => {
  const SECRET = "password=correct-horse";

  it("are refused by every question into which text is typed", () => {
    expect(looksLikeSecret(SECRET)).toBe(true);
    for (const question of questions) {
      const { control } = question;
      const entry = control.type === "table" ? [Object.fromEntries(control.columns.map(({ key }) => [key, SECRET]))] : SECRET;
      expect(readEntry(question, entry), question.id).toMatchObject({ kind: "malformed", secret: true });
    }
  });
});

describe("an empty list", () => {
  it("is an answer only where there can be none", () => {
    expect(takesNone(questionOf("network.places.usedAddresses"))).toBe(true);
    expect(takesNone(questionOf("network.places.otherNetworks"))).toBe(true);
    expect(takesNone(questionOf("network.places.dnsServers"))).toBe(false);
    expect(takesNone(questionOf("project.domain"))).toBe(false);
  });
});
