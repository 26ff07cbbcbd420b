import { rowAddresses, type Plan, type Value } from "../../src/engine/index.ts";

/** A value as text: what is open or comes later is told as such. */
export const shown = (value: Value<string>): string =>
  value.kind === "known" ? value.value : value.kind === "open" ? `open(${value.question})` : `later(${value.who})`;

/**
 * What a plan says, one line a row, in the words of its values: pools, leases, addresses, records, served hosts, certificates,
 * flows, traffic inside, allowed hosts, sizing, storage, redirect URIs, accounts, checklist, runbook, assumptions, open points and
 * findings. What stands here is what a reader would call a difference.
 */
export function planLines(plan: Plan): readonly string[] {
  const ends = new Map(plan.firewall.endpoints.map((end) => [end.id, end]));
  return [
    ...plan.addresses.pools.map(
      ({ cluster, block, announcedBy, needed, usable, maxUserClusters }) => `pool of ${cluster} ${block} ${announcedBy}: ${needed} of ${usable}, at most ${maxUserClusters} user clusters`,
    ),
    ...plan.addresses.dhcp.map(({ place, range, leases, capacity }) => `dhcp of ${place} ${range}: ${leases} of ${capacity}`),
    ...plan.addresses.assignments.map(
      ({ purpose, cluster, address, count, service, until }) =>
        `address ${purpose} of ${cluster || "-"}: ${shown(address)} ×${count}${service ? ` ${service.namespace}/${service.name}` : ""}${until === undefined ? "" : " for a time"}`,
    ),
    ...plan.dns.records.map(({ name, type, target, need, view, views, by }) => `record ${name} ${type} ${shown(target)} ${need} ${view}${shown(views) === "one" ? "" : `, views: ${shown(views)}`}${by === undefined ? "" : `, by ${by}`}`),
    ...plan.certificates.hosts.map(({ name, cluster }) => `host ${name} at ${cluster}`),
    ...plan.certificates.requests.map(
      ({ cluster, names, issuance, secrets }) =>
        `certificate at ${cluster} ${issuance}: ${names.join(" ")} in ${secrets.map(({ namespace, name, covers }) => `${namespace}/${name}(${covers.length})`).join(" ")}`,
    ),
    ...plan.firewall.flows.map(
      (row) => {
        const { refs, source, destination, protocol, ports } = row;
        const end = ends.get(destination);
        return `flow ${refs.join("=")} ${source} → ${destination} ${end ? rowAddresses(row, end).map(shown).join(" ") : "?"} ${protocol} ${ports}`;
      },
    ),
    ...plan.firewall.inside.map(({ cluster, source, destination, protocol, ports }) => `inside ${cluster}: ${source} → ${destination} ${protocol} ${ports}`),
    ...plan.firewall.external.map(({ source, host, ports }) => `allowed ${source} → ${host} ${ports}`),
    ...plan.sizing.clusters.map(({ cluster, workers, boundBy, cpu, memory, pods }) => `workers of ${cluster}: ${workers} by ${boundBy}, ${cpu} mCPU, ${memory} MiB, ${pods} pods`),
    ...plan.sizing.controlPlanes.map(({ cluster, machines, cpu, memory, disk }) => `control planes of ${cluster}: ${machines} × ${cpu} vCPU, ${memory} GiB, ${disk} GB`),
    ...plan.sizing.workers.map(({ cluster, machines, cpu, memory, disk }) => `machines of ${cluster}: ${machines} × ${cpu} vCPU, ${memory} GiB, ${disk} GB`),
    ...plan.sizing.hosted.map(({ datacenters, clusters, machines, cores, memory, disk }) => `virtual machines of ${[...datacenters, ...clusters].join(" and ")}: ${machines}, ${cores} cores, ${memory} GiB, ${disk} GiB of disk`),
    ...plan.sizing.quotas.map(({ place, infrastructure, account, machines, cpu, memory, disk, bastions, nodes, volumes, volumeSize, balancers }) => `quota of ${[infrastructure, account].flatMap((word) => word ?? []).join(", ")} at ${place}: ${machines} machines, ${cpu} vCPU, ${memory} GiB, ${disk} GB, ${bastions} bastions, ${nodes} nodes, ${volumes} volumes with ${volumeSize} GiB, ${balancers} load balancers`),
    ...plan.sizing.ceilings.map(({ id, used, limit, unit, maxUserClusters }) => `limit ${id}: ${used} of ${limit} ${unit}, at most ${maxUserClusters} user clusters`),
    ...plan.storage.classes.map(({ cluster, name, capacity }) => `class ${name} of ${cluster}: ${capacity} GiB`),
    ...plan.storage.volumes.map(({ cluster, storageClass, title, count, size }) => `volume of ${cluster} ${storageClass}: ${title}, ${count} × ${size} GiB`),
    ...plan.storage.backups.map(({ cluster, target, needed, coverage }) => `backup of ${cluster} ${target}: ${needed} GiB, ${coverage} minutes`),
    ...plan.identity.redirectUris.map(({ client, uri, optional }) => `redirect ${client} ${uri}${optional ? " optional" : ""}`),
    ...plan.accounts.map(({ title, where }) => `account ${title}: ${where}`),
    ...plan.checklist.map(({ id, title }) => `${id}: ${title}`),
    ...plan.runbook.map(({ id }) => `step ${id}`),
    ...plan.assumptions.map(({ path, value }) => `assumed ${path}: ${value}`),
    ...plan.openPoints.map(({ path }) => `open ${path}`),
    ...plan.findings.map(({ severity, id, title, fixes }) => `finding ${severity} ${id}: ${title}${fixes.map((fix) => ` [${fix.title}]`).join("")}`),
  ];
}

/** The complete difference of two plans: `- ` lines that went, then `+ ` lines that came. */
export function differenceLines(before: Plan, after: Plan): readonly string[] {
  const old = [...planLines(before)];
  const added: string[] = [];
  for (const line of planLines(after)) {
    const at = old.indexOf(line);
    if (at < 0) added.push(`+ ${line}`);
    else old.splice(at, 1);
  }
  return [...old.map((line) => `- ${line}`), ...added];
}
