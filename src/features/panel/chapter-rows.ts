import { subjectName, type ChapterId, type Derived, type Plan, type Value } from "../../engine/index.ts";
import type { PlanPartId } from "../../plan-ui/links.ts";
import { count, figure, listed } from "../../plan-ui/words.ts";

/** A row as the panel shows it: value first, then what it is. */
export interface PanelRow<D extends Derived> {
  readonly of: D;
  readonly value: string | Value<string>;
  readonly title: string;
  readonly detail: string;
}

interface ChapterRows {
  readonly title: string;
  readonly part: PlanPartId;
  /** Words of the link to the whole part. */
  readonly link: string;
  readonly rows: (plan: Plan) => readonly PanelRow<Derived>[];
}

const clusterName = ({ project }: Plan, id: string): string => subjectName(project.names, "cluster", id);

const addresses: ChapterRows = {
  title: "Addresses",
  part: "addresses",
  link: "Address map",
  rows: (plan) =>
    plan.addresses.assignments
      .filter(({ purpose }) => !["control-plane", "worker", "gateway"].includes(purpose))
      .map((row) => ({ of: row, value: row.address, title: row.title, detail: row.count > 1 ? count(row.count, "address", "addresses") : "" })),
};

const names: ChapterRows = {
  title: "Names",
  part: "dns",
  link: "DNS records",
  rows: (plan) => plan.dns.records.map((row) => ({ of: row, value: row.name, title: row.purpose, detail: targetText(row.target) })),
};

const targetText = (target: Value<string>): string =>
  target.kind === "known" ? `leads to \`${target.value}\`` : target.kind === "later" ? `leads to an address from ${target.who}` : "waits for its address";

/** The part of the plan that each chapter is about. */
export const CHAPTER_ROWS: Readonly<Record<ChapterId, ChapterRows>> = {
  project: names,
  infrastructure: {
    title: "Machines",
    part: "sizing",
    link: "Sizing",
    rows: (plan) =>
      plan.sizing.clusters.map((row) => ({ of: row, value: count(row.workers, "worker"), title: clusterName(plan, row.cluster), detail: `${figure(row.cpu)} mCPU, ${figure(row.memory)} MiB, ${figure(row.pods)} pods` })),
  },
  network: addresses,
  loadBalancer: addresses,
  dns: { ...names, title: "Records" },
  certificates: {
    title: "Certificates",
    part: "certificates",
    link: "Proof",
    rows: (plan) => plan.certificates.requests.map((row) => ({ of: row, value: count(row.names.length, "name"), title: row.issuer, detail: listed(row.names.map((name) => `\`${name}\``)) })),
  },
  authentication: {
    title: "Redirect URIs",
    part: "identity",
    link: "Identity",
    rows: (plan) => plan.identity.redirectUris.map((row) => ({ of: row, value: row.uri, title: row.purpose, detail: `client \`${row.client}\`` })),
  },
  storage: {
    title: "Storage classes",
    part: "storage",
    link: "Storage",
    rows: (plan) => plan.storage.classes.map((row) => ({ of: row, value: row.name, title: clusterName(plan, row.cluster), detail: `${figure(row.capacity)} GiB` })),
  },
  monitoring: {
    title: "Components",
    part: "monitoring",
    link: "Monitoring",
    rows: (plan) => plan.monitoring.components.map((row) => ({ of: row, value: row.host ?? row.title, title: row.host === undefined ? clusterName(plan, row.cluster) : row.title, detail: row.detail })),
  },
  access: {
    title: "Ways in and places",
    part: "accounts",
    link: "Accounts and access",
    rows: (plan) => plan.access.map((row) => ({ of: row, value: row.detail, title: row.title, detail: "" })),
  },
};
