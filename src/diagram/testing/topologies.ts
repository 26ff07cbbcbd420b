import type { Topology, TopologyBox, TopologyConnection } from "../../engine/index.ts";

type Detail = TopologyBox["detail"];
const known = (value: string): Detail => ({ kind: "known", value });
const open = (question: string): Detail => ({ kind: "open", question });

const box = (id: string, zone: string, title: string, kind: TopologyBox["kind"], detail: Detail, frame?: string): TopologyBox => ({
  id, zone, title, kind, detail, ...(frame !== undefined && { frame }),
});

/** Connections in the order of their numbers: source, destination, protocol and ports. */
const connections = (rows: readonly (readonly [string, string, string])[]): readonly TopologyConnection[] =>
  rows.map(([source, destination, detail], i) => ({
    id: `connection.${source}.${destination}`, number: i + 1, source, destination, title: `${source} to ${destination}`, detail, flows: [],
  }));

/** What the overview of the reference setup holds. */
export const referenceTopology: Topology = {
  zones: [
    { id: "people", title: "People", subtitle: "", kind: "people" },
    { id: "main", title: "Frankfurt", subtitle: "vSphere", kind: "place" },
    { id: "outside", title: "Outside", subtitle: "", kind: "outside" },
  ],
  frames: [
    { id: "pool[seed]", zone: "main", title: "Virtual addresses", subtitle: "10.20.30.0/28", kind: "pool" },
    { id: "cluster[seed]", zone: "main", title: "Master and seed seed", subtitle: "10.20.0.0/24", kind: "cluster" },
  ],
  boxes: [
    box("users", "people", "Platform users", "people", known("browser, kubectl")),
    box("bastion", "people", "Bastion", "people", open("access.places.main.bastionAddress")),
    box("entry", "main", "Platform entry", "virtual-address", known("10.20.30.1"), "pool[seed]"),
    box("nodeport-proxy", "main", "nodeport-proxy", "virtual-address", known("10.20.30.2"), "pool[seed]"),
    box("api", "main", "Kubernetes API", "virtual-address", known("10.20.0.10")),
    box("control-planes", "main", "Control planes", "machines", known("10.20.0.11, .12, .13"), "cluster[seed]"),
    box("nodes", "main", "Worker nodes", "machines", known("6 by DHCP"), "cluster[seed]"),
    box("workers", "main", "User-cluster workers", "machines", known("60 by DHCP")),
    box("router-1", "main", "router-1", "router", known("10.20.0.2, AS 64500")),
    box("router-2", "main", "router-2", "router", known("10.20.0.3, AS 64500")),
    box("vcenter", "main", "vCenter", "service", open("infrastructure.places.main.vsphereServer")),
    box("dns", "main", "Name servers", "service", open("network.places.main.dnsServers")),
    box("ntp", "main", "Time servers", "service", open("network.places.main.ntpServers")),
    box("ldap", "outside", "LDAP", "service", open("authentication.ldapHost")),
    box("registries", "outside", "Registries", "service", known("14 hosts")),
  ],
  connections: connections([
    ["users", "entry", "TCP 443, 80"],
    ["users", "nodeport-proxy", "TCP 30000-32767"],
    ["bastion", "control-planes", "TCP 22"],
    ["bastion", "api", "TCP 6443"],
    ["workers", "nodeport-proxy", "TCP 30000-32767"],
    ["control-planes", "control-planes", "VRRP"],
    ["nodes", "router-1", "TCP 179"],
    ["nodes", "router-2", "TCP 179"],
    ["nodes", "vcenter", "TCP 443"],
    ["nodes", "dns", "TCP and UDP 53"],
    ["nodes", "ntp", "UDP 123"],
    ["nodes", "ldap", "TCP 636"],
    ["nodes", "registries", "TCP 443"],
    ["workers", "registries", "TCP 443"],
    ["workers", "dns", "TCP and UDP 53"],
    ["workers", "ntp", "UDP 123"],
  ]),
};

/** The reference setup with further places that only hold workers and their provider. */
export function severalPlaces(count: number): Topology {
  const places = Array.from({ length: count - 1 }, (_, i) => `place-${String(i + 2)}`);
  const { zones, frames, boxes, connections: first } = referenceTopology;
  const added = connections(places.flatMap((place) => [[`workers-${place}`, "nodeport-proxy", "TCP 30000-32767"] as const, ["nodes", `provider-${place}`, "TCP 443"] as const]));
  return {
    zones: zones.flatMap((zone) => [...(zone.kind === "outside" ? places.map((id) => ({ id, title: `Place ${id}`, subtitle: "workers only", kind: "place" as const })) : []), zone]),
    frames,
    boxes: [
      ...boxes,
      ...places.flatMap((place) => [
        box(`workers-${place}`, place, "User-cluster workers", "machines", known("10.30.20.0/22")),
        box(`provider-${place}`, place, "Azure API", "service", known("management.azure.com")),
      ]),
    ],
    connections: [...first, ...added.map((connection, i) => ({ ...connection, number: first.length + i + 1 }))],
  };
}
