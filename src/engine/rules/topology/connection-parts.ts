import type { ConnectionPart, Endpoint, Flow } from "../../plan/plan.ts";

/** What several ends of one kind are called. */
const MANY: Readonly<Record<Endpoint["kind"], string>> = {
  users: "Users",
  engineers: "Engineers",
  internet: "Internet",
  "public-address": "Public addresses",
  entry: "Entries",
  "nodeport-proxy": "nodeport-proxies",
  "user-cluster-front": "User-cluster addresses",
  "api-servers": "API servers of user clusters",
  "load-balancer": "Load balancers",
  "kubernetes-api": "Kubernetes APIs",
  nodes: "Nodes",
  "control-planes": "Control planes",
  "public-machines": "Public addresses of control planes",
  "example-bastion": "Bastions of KubeOne's examples",
  workers: "Workers",
  workloads: "Workloads of user clusters",
  router: "Routers",
  "routers-between": "Routers on the way",
  "provider-api": "APIs of the infrastructure",
  carriers: "Servers of the infrastructure",
  "image-server": "Web servers of images",
  identity: "Identity sources",
  dns: "DNS servers",
  ntp: "Time servers",
  proxy: "Proxies",
  bastion: "Bastions",
  registries: "Registries and package sources",
  git: "Git",
  "secret-store": "Stores of secrets",
  "volume-portal": "Portals of volumes",
  "file-shares": "File shares",
  alerts: "Receivers of alerts",
  s3: "S3",
  acme: "Issuers of certificates",
};

/** The parts of one line in words; undefined where its rows are told apart by nothing. */
export function partsInWords(flows: readonly Flow[], ends: ReadonlyMap<string, Endpoint>, portsOf: (flows: readonly Flow[]) => string): readonly ConnectionPart[] | undefined {
  const parts = new Map<number, Flow[]>();
  for (const flow of flows) {
    if (flow.part === undefined) return undefined;
    const same = parts.get(flow.part);
    if (same) same.push(flow);
    else parts.set(flow.part, [flow]);
  }
  return [...parts].map(([part, rows]) => ({ part, source: named(rows, "source", ends), destination: named(rows, "destination", ends), detail: portsOf(rows), flows: rows.map(({ id }) => id) }));
}

/** The end that all rows share, or what their ends are. */
function named(rows: readonly Flow[], side: "source" | "destination", ends: ReadonlyMap<string, Endpoint>): string {
  const first = rows[0]?.[side] ?? "";
  const end = ends.get(first);
  if (!end) return first;
  return rows.every((row) => row[side] === first) ? end.title : MANY[end.kind];
}
