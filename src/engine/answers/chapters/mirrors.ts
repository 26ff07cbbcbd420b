import type { OperatingSystem } from "../../operating-systems/operating-system.ts";
import { operatingSystems } from "../../operating-systems/registry.ts";
import { choice, host, integer } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";
import { network } from "./network.ts";
import { versions } from "./versions.ts";

/** Whether machines of some place cannot reach the internet. */
export const someOffline = (look: Look): boolean => look.subjects("place").some((place) => look(network.place.internet, place) === "offline");

const withoutPackages: ReadonlySet<string> = new Set(operatingSystems.filter(({ packages }: OperatingSystem) => packages === undefined).map(({ id }) => id));

/** Whether machines without internet install packages; true as well while nobody has said what they run. */
function someInstallPackages(look: Look): boolean {
  const offline = (place: string | undefined): boolean => place === undefined || look(network.place.internet, place) === "offline";
  const builds = (cluster: string): boolean => (look(infrastructure.cluster.provisioning, cluster) ?? "kubeone") === "kubeone";
  const ofClusters = look.subjects("cluster").filter((id) => offline(look(infrastructure.cluster.place, id)) && builds(id)).map((id) => [look(versions.cluster.operatingSystem, id)]);
  const ofWorkers = look.subjects("datacenter").filter((id) => offline(look(infrastructure.datacenter.place, id))).map((id) => look(infrastructure.datacenter.operatingSystems, id) ?? [undefined]);
  const machines = [...ofClusters, ...ofWorkers];
  return machines.length === 0 || machines.some((systems) => systems.some((system) => system === undefined || !withoutPackages.has(system)));
}

/** Mirrors that stand in for the internet where machines cannot reach it. */
export const mirrors = chapter("network", "Network", "", {
  plan: {
    mirrorRegistry: host({
      section: "Mirrors",
      label: "Under which name is the private registry reached?",
      short: "Private registry",
      help: "It holds every image and chart of the platform and of user clusters.",
      example: "registry.example.com",
      source: "kkp.offline",
      team: "infrastructure",
      server: { title: "Private registry", dialledBy: ["platform", "user-clusters"] },
      asked: someOffline,
    }),
    mirrorPort: integer({ min: 1, max: 65535 }, {
      section: "Mirrors",
      label: "On which port does the registry answer?",
      short: "Port of the private registry",
      help: "A port other than 443 stands in every image name.",
      example: "443",
      source: "kkp.offline",
      team: "infrastructure",
      asked: someOffline,
    }),
    mirrorTrust: choice(
      [
        { value: "public", label: "By a public certificate", help: "Machines trust it as they are." },
        { value: "private", label: "By a certificate of a private CA", help: "The CA goes into every machine image and into the CA bundle. What loads charts for user clusters reads neither and refuses the registry." },
        { value: "insecure", label: "Not at all", help: "Every node must list it as insecure, from 2.30 on KKP as well for charts; anybody on the way can change images." },
      ],
      {
        section: "Mirrors",
        label: "How do machines trust the registry?",
        short: "Trust in the registry",
        help: "Nodes refuse images from a registry whose certificate they cannot check.",
        source: "kkp.offline",
        team: "pki",
        asked: someOffline,
      },
    ),
    mirrorBinaries: host({
      section: "Mirrors",
      label: "Which server holds the mirrored binaries?",
      short: "Mirror of binaries",
      help: "DNS inside leads dl.k8s.io, github.com and, where Docker's packages bring the container runtime, download.docker.com to it, so it needs a certificate for these names.",
      example: "mirror.example.com",
      source: "kkp.offline",
      team: "infrastructure",
      server: { title: "Mirror of binaries", dialledBy: ["platform", "user-clusters"], nodesAlone: true },
      asked: someOffline,
    }),
    mirrorPackages: host({
      section: "Mirrors",
      label: "Which server holds the packages of the operating system?",
      short: "Mirror of packages",
      help: "Machine images name it in place of the distributor's servers.",
      example: "packages.example.com",
      source: "kkp.offline",
      team: "infrastructure",
      server: { title: "Mirror of packages", dialledBy: ["platform", "user-clusters"], nodesAlone: true },
      asked: (look): boolean => someOffline(look) && someInstallPackages(look),
    }),
  },
});
