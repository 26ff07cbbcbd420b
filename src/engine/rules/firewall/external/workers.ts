import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import type { ExternalHost } from "../../../plan/plan.ts";
import { providerOf } from "../../../providers/registry.ts";
import { datacenterName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { knownHosts } from "../provider-hosts.ts";
import { workerSoftware } from "../software-hosts.ts";
import { placeOfWorkers } from "../subjects.ts";
import { reachesInternet } from "../way-out.ts";
import { callsOfWorkers } from "../worker-calls.ts";
import { workerPackages } from "../worker-packages.ts";
import { allowed } from "./row.ts";

/** Registries and binaries that workers of a datacenter reach. */
export const workerSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-workers",
  title: "Hosts that workers reach",
  per: "datacenter",
  sources: ["kkp.proxy-allow-list"],
  derive: (read, datacenter) => {
    if (!reachesInternet(read, placeOfWorkers(read, datacenter))) return read.notApplicable("Its machines load from mirrors inside.");
    const hosts = [...workerSoftware(read, datacenter), ...workerPackages(read, datacenter).hosts];
    const name = datacenterName(read, datacenter);
    return allowed(read, "workers", ends.workers(datacenter), ports.registries, hosts, ({ holds, behind }) => behind !== undefined ? `${behind} sends each download on to it: with ${behind} alone on the list the first new worker of ${name} waits for ever.` : holds === "images" ? `A pod that starts on a worker of ${name} without its image loads it from there, at any hour.` : `Each new worker of ${name} loads from there before it joins its cluster, and user clusters get workers at any time.`);
  },
});

/** The API of the infrastructure, where the storage driver of user clusters calls it from workers: past every proxy, so whichever way the place has to the internet. */
export const workerCalledHosts = rule<readonly ExternalHost[]>({
  id: "firewall.external-worker-calls",
  title: "API hosts that workers reach",
  per: "datacenter",
  sources: ["kkp.proxy-allow-list"],
  derive: (read, datacenter) => {
    const { api, title } = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const calls = api?.fromWorkers;
    if (!calls) return read.notApplicable(`Nothing on workers calls an API of ${title}.`);
    read.cite(...api.sources, ...calls.sources);
    const called = knownHosts(read, { ...api, hosts: calls.hosts ?? api.hosts }, placeOfWorkers(read, datacenter)).map((host) => ({ host, purpose: api.title }));
    return allowed(read, "workers", ends.workers(datacenter), ports.registries, called, callsOfWorkers(calls, datacenterName(read, datacenter)));
  },
});
