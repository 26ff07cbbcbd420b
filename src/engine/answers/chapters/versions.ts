import { podsPerNode } from "../../facts/sizing/machines.ts";
import { operatingSystems } from "../../operating-systems/registry.ts";
import type { OperatingSystem } from "../../operating-systems/operating-system.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf, providers } from "../../providers/registry.ts";
import { releases } from "../../releases/registry.ts";
import { choice, choices, integer, yesNo } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";
import { project } from "./project.ts";
import { sizing } from "./sizing.ts";

const minorOf = (version: string): number => Number(version.split(".")[1] ?? 0);
const [oldest, newest] = [Math.min(...releases.map(({ kubernetes }) => minorOf(kubernetes.oldest))), Math.max(...releases.map(({ kubernetes }) => minorOf(kubernetes.newest)))];

/** Kubernetes minor versions that some release offers, with what lies below and above them. */
const VERSIONS = [
  { value: "older", label: `Older than 1.${oldest}` },
  ...Array.from({ length: newest - oldest + 1 }, (_, at) => ({ value: `1.${oldest + at}`, label: `Kubernetes 1.${oldest + at}` })),
  { value: "newer", label: `Newer than 1.${newest}` },
];

/** Older versions of the workers' operating systems, with the system each belongs to. */
export const OLDER_SYSTEMS = {
  "ubuntu-20.04": { label: "Ubuntu 20.04", system: "ubuntu" },
  "ubuntu-22.04": { label: "Ubuntu 22.04", system: "ubuntu" },
  "rhel-8": { label: "RHEL 8", system: "rhel" },
  "rocky-8": { label: "Rocky Linux 8", system: "rocky" },
} as const;
export type OlderSystemId = keyof typeof OLDER_SYSTEMS;

const hasOlder = (look: Look, id: string): boolean => {
  const chosen: readonly string[] = look(infrastructure.datacenter.operatingSystems, id) ?? [];
  return Object.values(OLDER_SYSTEMS).some(({ system }) => chosen.includes(system));
};

/** Whether KKP sets machines of a datacenter up: it does by the profile of their system. */
const startsByProfile = (look: Look, id: string): boolean => {
  const provider: Provider | undefined = providers.find((one) => one.id === look(infrastructure.datacenter.provider, id));
  return provider !== undefined && provider.operatingSystems.length > 0 && provider.joined?.setUpByHand !== true;
};

const isThere = (look: Look, id: string): boolean => ["managed", "existing"].includes(look(infrastructure.cluster.provisioning, id) ?? "");

/** Questions about versions of what is there already when an upgrade begins. */
export const upgradeVersions = chapter("project", "Project", "", {
  plan: {
    oldestKubernetes: choice(VERSIONS, {
      section: "Product",
      label: "Which is the oldest Kubernetes that a user cluster runs today?",
      short: "Oldest Kubernetes of user clusters",
      help: "The installer refuses an upgrade while a user cluster runs a version that the new release no longer offers.",
      source: "kkp.supported-versions",
      team: "platform",
      asked: (look): boolean => {
        const release = releases.find(({ id }) => id === look(project.plan.release));
        const from = look(project.plan.upgradeFrom);
        return from !== undefined && from !== "none" && release?.upgradesFrom === from;
      },
    }),
  },
});

/** Questions about versions of clusters that are there, and of the workers' operating systems. */
export const versions = chapter("infrastructure", "Infrastructure", "", {
  cluster: {
    kubernetes: choice(VERSIONS, {
      section: "Master and Seeds",
      label: "Which Kubernetes does it run?",
      short: "Kubernetes version",
      help: "The minor version at the time of the installation; it is compared with those that the release offers.",
      source: "kkp.supported-versions",
      team: "infrastructure",
      asked: isThere,
    }),
    operatingSystem: choice(
      operatingSystems.filter(({ withKubeOne }: OperatingSystem) => withKubeOne).map(({ id, title }) => ({ value: id, label: title })),
      {
        section: "Machines",
        label: "Which operating system do its machines run?",
        short: "Operating system of the machines",
        help: "One for control planes and workers. Images, terms and package sources follow from it.",
        source: "kubeone.os-support",
        team: "infrastructure",
        productDefault: { value: "ubuntu", sentence: "Examples of KubeOne make machines with Ubuntu unless told otherwise.", source: "kubeone.terraform" },
        asked: (look, id): boolean => look(infrastructure.cluster.provisioning, id) === "kubeone",
      },
    ),
    workersThere: integer({ min: 1, max: 5000, unit: "workers" }, {
      section: "Machines",
      label: "How many worker machines does it have, or may it grow to?",
      short: "Workers that are there",
      help: "Compared with the number that the plan computes; the plan says how many user clusters so many workers carry.",
      source: "kkp.cluster-requirements",
      team: "infrastructure",
      asked: isThere,
    }),
    nodePods: integer({ min: 8, max: 500, unit: "pods" }, {
      section: "Machines",
      label: "How many pods may run on one of its workers?",
      short: "Pods on a worker that is there",
      help: "The line pods under Allocatable in the output of kubectl describe node. EKS sets it by the type of the machine, AKS and ACK by the network plug-in.",
      source: "kubernetes.large-clusters",
      team: "infrastructure",
      productDefault: {
        value: (read) => (read.answer(sizing.plan.planningValues) === "own" ? read.answer(sizing.plan.podsPerNode) : read.fact(podsPerNode)),
        sentence: "Nodes run as many pods as Kubernetes lets them unasked, or as many as you plan with.",
        source: "kubernetes.large-clusters",
        // Services that set it by machine or network leave nothing to assume.
        where: (read, cluster) => read.answer(infrastructure.cluster.provisioning, cluster) === "existing" || (providerOf(read.answer(infrastructure.cluster.provider, cluster)) as Provider).managedKubernetes?.nodePods === undefined,
      },
      asked: isThere,
    }),
  },
  datacenter: {
    olderSystems: choices(
      Object.entries(OLDER_SYSTEMS).map(([value, { label }]) => ({ value: value as OlderSystemId, label })),
      {
        section: "User clusters",
        label: "Which older versions of these systems do workers run?",
        short: "Older operating systems of the workers",
        help: "KKP's own profiles are made for Ubuntu 24.04, RHEL 9 and Rocky Linux 9, in KKP 2.28 for version 8 of both; choose none where your images hold 24.04 and 9 alone.",
        source: "kkp.os-support",
        team: "infrastructure",
        productDefault: { value: [], sentence: "Images hold what the profiles of KKP are made for, unless somebody says that older ones are in use.", source: "kkp.os-support" },
        asked: hasOlder,
      },
    ),
    ownProfiles: yesNo(
      { yes: "By profiles of your own", no: "By those that KKP brings" },
      {
        section: "User clusters",
        label: "By which profiles do workers start?",
        short: "Profiles of the workers",
        seldom: true,
        help: "A profile says what a new machine installs, writes and runs before it joins. Without internet, or with hardened images, people often write their own.",
        source: "kkp.osm-usage",
        team: "platform",
        productDefault: { value: false, sentence: "KKP installs a profile for each system and takes it unless the datacenter or a node deployment names another.", source: "kkp.osm-usage" },
        asked: startsByProfile,
      },
    ),
  },
});
