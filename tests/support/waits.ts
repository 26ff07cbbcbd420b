import type { Plan, ServedHost } from "../../src/engine/index.ts";

/** What a runbook has made in one cluster so far. */
interface Made {
  readonly kinds: Set<string>;
  readonly gateways: Set<string>;
  /** Certificates that were asked for, by name. */
  readonly asked: Set<string>;
  /** Secrets that hold a certificate, be it a temporary one or one that somebody brought. */
  readonly secrets: Set<string>;
  readonly stacks: Set<string>;
  issuer: boolean;
  records: boolean;
}

const nothing = (): Made => ({ kinds: new Set(), gateways: new Set(), asked: new Set(), secrets: new Set(), stacks: new Set(), issuer: false, records: false });

/** Stack that brings the route or the Ingress of a host. */
const stackOf = ({ id }: ServedHost): string => (id.startsWith("host.dashboard") ? "kubermatic-master" : id.startsWith("host.seed-") ? "usercluster-mla" : "seed-mla");

/**
 * Everything in a runbook that is waited for before the step that makes it: certificates, records, Secrets, Gateways and
 * kinds. It walks through the lines as a person does who goes on only when each of them succeeds.
 */
export function waitsTooEarly(plan: Plan): readonly string[] {
  const steps = plan.runbook;
  const text = (pattern: RegExp) => plan.settings.some(({ field }) => pattern.test(field));
  const upgrade = steps.some(({ id }) => id === "step.upgrade-master");
  const replaced = steps.some(({ id }) => id === "step.upgrade-clean");
  const challenged = text(/http01/);
  const driven = steps.some(({ id }) => id.startsWith("step.external-dns["));
  const master = plan.certificates.hosts.find(({ id }) => id.startsWith("host.dashboard"))?.cluster ?? "";
  const byGateway = plan.certificates.requests.some(({ secrets }) => secrets.some(({ listeners }) => listeners !== undefined)) || steps.some(({ id }) => id === "step.own-gateway") || text(/^httpRoute\./);
  const ownGateway = steps.some(({ id }) => id === "step.own-gateway");
  const folders = new Map(plan.certificates.requests.map(({ cluster }) => [cluster, cluster]));
  for (const { id, commands } of steps) {
    const cluster = /^step\.(?:kubeone|take-over|issuer|seed-charts|mla|user-cluster-mla|external-dns|upgrade-seed-try)\[(.+)\]$/.exec(id)?.[1];
    const folder = commands.map((line) => /^export KUBECONFIG="\$PWD"\/'?(.+?)'?\/kubeconfig$/.exec(line)?.[1]).find((one) => one !== undefined);
    if (cluster !== undefined && folder !== undefined && !id.startsWith("step.user-cluster")) folders.set(cluster, folder);
  }
  const clusterOf = (folder: string) => [...folders].find(([, one]) => one === folder)?.[0] ?? folder;
  const state = new Map<string, Made>();
  const at = (cluster: string): Made => {
    const known = state.get(cluster) ?? nothing();
    state.set(cluster, known);
    return known;
  };
  const found = new Set<string>();
  const early: string[] = [];
  if (upgrade) {
    // external-dns keeps the Secret of its credential.
    const [, kept] = /^Secret external-dns\/(\S+) of /.exec(plan.secrets.find(({ id }) => id === "secret.records")?.files[0] ?? "") ?? [];
    for (const { id } of kept === undefined ? [] : steps) {
      const [, cluster] = /^step\.external-dns\[(.+)\]$/.exec(id) ?? [];
      if (cluster !== undefined) at(cluster).secrets.add(kept ?? "");
    }
    for (const { cluster, secrets } of plan.certificates.requests) {
      at(cluster).kinds.add("cert-manager");
      at(cluster).issuer = true;
      at(cluster).secrets.add("platform-root");
      if (replaced) continue;
      at(cluster).kinds.add("gateway").add("gateway-made");
      at(cluster).gateways.add("kubermatic");
      at(cluster).records = driven;
      for (const { name, covers } of secrets) {
        at(cluster).asked.add(name);
        at(cluster).secrets.add(name);
        for (const host of covers) found.add(host);
      }
      for (const host of plan.certificates.hosts) at(host.cluster).stacks.add(stackOf(host));
    }
  }
  const hostNamed = (name: string) => plan.certificates.hosts.find((host) => host.name === name);

  for (const { id, commands, why } of steps) {
    let cluster = master;
    const complain = (what: string) => early.push(`${id}: ${what}`);
    const routed = (host: ServedHost): boolean => {
      const made = at(host.cluster);
      if (!made.stacks.has(stackOf(host))) return false;
      if (!byGateway || host.cluster === master) return true;
      const secret = plan.certificates.requests.find((request) => request.cluster === host.cluster)?.secrets.find(({ covers }) => covers.includes(host.name));
      return secret === undefined || made.secrets.has(secret.name);
    };
    const resolves = (name: string): boolean => {
      const host = hostNamed(name);
      return host === undefined || !driven || (at(host.cluster).records && routed(host));
    };
    const issued = (on: string, secret: string): string | undefined => {
      const made = at(on);
      const row = plan.certificates.requests.find((request) => request.cluster === on)?.secrets.find(({ name }) => name === secret);
      if (row === undefined) return made.asked.has(secret) ? undefined : "nobody asks for it";
      const byKkp = on === master ? !ownGateway : !byGateway;
      const host = hostNamed(row.covers[0] ?? "");
      const asks = made.asked.has(secret) || (byKkp && made.issuer && host !== undefined && made.stacks.has(stackOf(host)));
      if (!asks) return "nobody asks for it yet";
      const lost = challenged ? row.covers.filter((name) => !found.has(name)) : [];
      return lost.length > 0 ? `${lost.join(", ")} is not found yet` : undefined;
    };
    const needs = (kind: string, what: string) => {
      if (!at(cluster).kinds.has(kind)) complain(`${what} on ${cluster}, which does not know the kind yet`);
    };

    let kind = "";
    for (const line of commands) {
      // Objects that a here-document hands over.
      kind = /^kind: (\w+)$/.exec(line)?.[1] ?? kind;
      const object = /^(?:metadata: \{|  )\s*name: ([\w.-]+)/.exec(line)?.[1];
      if (object !== undefined && kind === "Certificate") {
        needs("cert-manager", "Certificates are made");
        at(cluster).asked.add(object);
        if (!challenged || line.includes("issue-temporary-certificate")) at(cluster).secrets.add(object);
      }
      if (object !== undefined && kind === "Secret") at(cluster).secrets.add(object);
      // KubeLB answers a tenant with the Secret that holds its kubeconfig.
      if (object !== undefined && kind === "Tenant") at(cluster).secrets.add("kubelb-ccm-kubeconfig");
      const folder = /^export KUBECONFIG="\$PWD"\/'?(.+?)'?\/kubeconfig$/.exec(line)?.[1];
      if (folder !== undefined) cluster = clusterOf(folder);
      const made = at(cluster);
      if (/\/cert-manager\/crd\//.test(line)) made.kinds.add("cert-manager");
      const stack = /kubermatic-installer deploy (\S+)/.exec(line)?.[1];
      if (stack !== undefined) {
        made.stacks.add(stack);
        if (stack === "kubermatic-master") {
          made.kinds.add("cert-manager").add("gateway");
          made.gateways.add("kubermatic");
        }
        if (/--separate-seed/.test(line)) made.kinds.add("gateway");
      }
      if (/helm upgrade .* envoy-gateway-controller /.test(line)) made.kinds.add("gateway");
      if (/ iap "\$KUBERMATIC_CHARTS_DIRECTORY"\/iap/.test(line)) made.stacks.add(/values-usercluster-mla/.test(line) ? "usercluster-mla" : "seed-mla");
      if (/\/gateway\.yaml$/.test(line)) {
        needs("gateway", "the Gateway is made");
        made.gateways.add("kubermatic");
      }
      if (/ wait '?gateway\/(\S+?)'? /.test(line) && !ownGateway && made.gateways.size === 0) complain(`waits for a Gateway that nobody made on ${cluster}`);
      if (/^helm upgrade --install external-dns /.test(line)) {
        made.records = true;
        const sources = plan.settings.find((setting) => setting.id === `setting.dns.sources[${cluster}]`)?.value;
        if (sources?.kind === "known" && /gateway/.test(sources.value) && !ownGateway) needs("gateway", "external-dns watches routes");
      }
      if (/\/clusterissuer\.yaml/.test(line)) {
        needs("cert-manager", "the issuer is made");
        made.issuer = true;
        const signer = plan.settings.find(({ field }) => field === "spec.ca.secretName")?.value;
        const makesIt = cluster === master && text(/^spec\.selfSigned/);
        if (signer?.kind === "known" && !makesIt && !upgrade && !made.secrets.has(signer.value)) complain(`signs with the Secret ${signer.value}, which nobody brought to ${cluster}`);
        if (makesIt) {
          made.asked.add("platform-root");
          made.secrets.add("platform-root");
        }
      }
      if (/kubectl apply .*\/certificates\.yaml/.test(line)) {
        needs("cert-manager", "Certificates are made");
        for (const secret of plan.certificates.requests.find((request) => request.cluster === cluster)?.secrets ?? []) made.asked.add(secret.name).add(secret.name);
        for (const secret of made.asked) made.secrets.add(secret);
      }
      const created = /create secret \S+ '?([\w.-]+)/.exec(line)?.[1];
      if (created !== undefined) made.secrets.add(created);
      const read = / get secret '?([\w.-]+)/.exec(line)?.[1];
      if (read !== undefined && !made.secrets.has(read) && !(replaced && upgrade)) complain(`reads the Secret ${read} on ${cluster}`);
      if (/^kubectl get certificates/.test(line)) needs("cert-manager", "certificates are listed");
      const asked = /^dig \+short (?:AAAA )?'?([\w.-]+)/.exec(line)?.[1];
      if (asked !== undefined) {
        if (!resolves(asked)) complain(`asks for ${asked}, which nobody has written yet`);
        found.add(asked);
      }
      if (/ wait .*'?certificate\//.test(line)) for (const [, name = ""] of line.matchAll(/certificate\/([\w.-]+)/g)) {
        const lack = issued(cluster, name);
        if (lack !== undefined) complain(`waits for the certificate ${name} on ${cluster}: ${lack}`);
      }
      if (/ delete secrets? /.test(line)) continue;
    }
    const [, each, only] = /(?:Go on when (each) certificate of |Go on when (?=\S+ is)|^|\. )(\S+) (?:is ready\.|comes first;)/.exec(why) ?? [];
    const goOn = each ?? only;
    if (goOn !== undefined && id.startsWith("step.issuer[")) {
      const request = plan.certificates.requests.find((one) => one.cluster === cluster);
      for (const secret of request?.secrets ?? []) {
        if (goOn !== "each" && !secret.covers.includes(goOn)) continue;
        const lack = issued(cluster, secret.name);
        if (lack !== undefined) complain(`goes on when ${secret.name} on ${cluster} is ready: ${lack}`);
      }
    }
  }
  return early;
}
