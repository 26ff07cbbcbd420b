import type { Plan, Value } from "../../src/engine/index.ts";

const shown = (value: Value<string>): string =>
  value.kind === "known" ? value.value : value.kind === "open" ? `open(${value.question})` : `later(${value.who})`;

/**
 * What a plan says, one line a row, in the words of its values: addresses, records, served hosts, certificates, flows,
 * redirect URIs, accounts, open points and findings. What stands here is what a reader would call a difference.
 */
export function planLines(plan: Plan): readonly string[] {
  const ends = new Map(plan.firewall.endpoints.map(({ id, addresses }) => [id, addresses.map(shown).join(" ")]));
  return [
    ...plan.addresses.assignments.map(
      ({ purpose, cluster, address, count, service, until }) =>
        `address ${purpose} of ${cluster || "-"}: ${shown(address)} ×${count}${service ? ` ${service.namespace}/${service.name}` : ""}${until === undefined ? "" : " for a time"}`,
    ),
    ...plan.dns.records.map(({ name, type, target, need, view }) => `record ${name} ${type} ${shown(target)} ${need} ${view}`),
    ...plan.certificates.hosts.map(({ name, cluster }) => `host ${name} at ${cluster}`),
    ...plan.certificates.requests.map(
      ({ cluster, names, issuance, secrets }) =>
        `certificate at ${cluster} ${issuance}: ${names.join(" ")} in ${secrets.map(({ namespace, name, covers }) => `${namespace}/${name}(${covers.length})`).join(" ")}`,
    ),
    ...plan.firewall.flows.map(
      ({ refs, source, destination, protocol, ports }) =>
        `flow ${refs.join("=")} ${source} → ${destination} ${ends.get(destination) ?? "?"} ${protocol} ${ports}`,
    ),
    ...plan.identity.redirectUris.map(({ client, uri, optional }) => `redirect ${client} ${uri}${optional ? " optional" : ""}`),
    ...plan.accounts.map(({ title, where }) => `account ${title}: ${where}`),
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
