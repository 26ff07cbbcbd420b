import { controlPlaneMachine, nodeReserve, podsPerNode, soundPlanning, spareWorkers, workerDisk, usablePercent } from "../../facts/sizing/machines.ts";
import { clusterServicePods, masterRequests, mlaRequests, seedRequests } from "../../facts/sizing/platform-requests.ts";
import { largeProfile, mediumProfile } from "../../facts/sizing/user-cluster-requests.ts";
import { choice, choices, integer } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";

const PLANNING = "Planning values";
const SIZES = "User clusters";

export const ownPlanning = (look: Look): boolean => look(sizing.plan.planningValues) === "own";
const several = (look: Look): boolean => look(sizing.plan.clusterSizes) === "several";

/** A figure of the sizing that no vendor states: a planning choice, with the figure that stands in for it. */
export const planningValue = (bounds: { min: number; max: number; unit: string }, value: number, words: { label: string; short: string; help: string }, sentence: string, asked = ownPlanning) =>
  integer(bounds, {
    section: PLANNING,
    ...words,
    source: "kkp.cluster-requirements",
    team: "platform",
    productDefault: { value, sentence: `Groundplan plans so: ${sentence}`, source: "kkp.cluster-requirements" },
    asked,
  });

const count = (label: string, short: string, help: string) =>
  integer({ min: 0, max: 100000, unit: "user clusters" }, { section: SIZES, label, short, help, source: "etcd.hardware", team: "platform", asked: several });

const nodes = (label: string, short: string, size: "mediumClusters" | "largeClusters") =>
  integer({ min: 1, max: 5000, unit: "nodes" }, {
    section: SIZES,
    label,
    short,
    help: "The DHCP range must hold a lease for each.",
    source: "etcd.hardware",
    team: "platform",
    asked: (look, datacenter): boolean => several(look) && look(sizing.datacenter[size], datacenter) !== 0,
  });

/** Questions of the infrastructure chapter that the sizing formula reads. */
export const sizing = chapter("infrastructure", "Infrastructure", "", {
  plan: {
    clusterSizes: choice(
      [
        { value: "small", label: "All small", help: "Up to about 50 nodes each, control planes at product defaults.", chip: "product-default" },
        { value: "several", label: "Medium and large ones too", help: "Up to about 250 and about 1,000 nodes, with control planes scaled for them." },
      ],
      {
        section: SIZES,
        label: "How large are the user clusters?",
        short: "Sizes of user clusters",
        help: "A large control plane requests fourteen times the CPU of a small one, and larger etcd volumes.",
        source: "etcd.hardware",
        team: "platform",
        productDefault: { value: "small", sentence: "KKP gives every user cluster the same control plane, fit for about 50 nodes.", source: "kkp.code.control-plane" },
      },
    ),
    seedExtras: choices(
      [
        { value: "metering", label: "Metering", help: "Enterprise Edition: a Prometheus with a volume of 100 GiB on each Seed." },
        { value: "vpa", label: "Vertical pod autoscaler", help: "Adapts the requests of control planes to what they use." },
        { value: "kyverno", label: "Kyverno in every user cluster", help: "Enterprise Edition: nine pods more for each user cluster." },
        { value: "audit", label: "Audit logging in every user cluster", help: "One container more beside each API server." },
      ],
      {
        section: "Master and Seeds",
        label: "What else runs on the Seeds?",
        short: "Further components of Seeds",
        help: "Each adds requests, some of them for every user cluster.",
        source: "kkp.code.control-plane",
        team: "platform",
        productDefault: { value: [], sentence: "KKP runs none of metering, autoscaler, Kyverno and audit logging unless it is told to.", source: "kkp.code.configuration-defaults" },
      },
    ),
    planningValues: choice(
      [
        { value: "groundplan", label: "Values of Groundplan", help: "Each is named in the sizing chapter.", chip: "recommended" },
        { value: "own", label: "Values of our own" },
      ],
      {
        section: PLANNING,
        label: "Which planning values does the sizing use?",
        short: "Planning values of the sizing",
        seldom: true,
        help: "No vendor states how much of a machine to keep free; these figures are choices.",
        source: "kkp.cluster-requirements",
        team: "platform",
        productDefault: {
          value: "groundplan",
          sentence: `No vendor states these figures: Groundplan plans for ${usablePercent.value} % of each worker after ${nodeReserve.value.cpu} milli-CPU and 1,024 MiB for itself, ${podsPerNode.value} pods on a node, ${masterRequests.value.pods} own pods of the master, ${seedRequests.value.pods} of a Seed, ${mlaRequests.value.pods} of the MLA, ${clusterServicePods.value} of the cluster itself and ${spareWorkers.value} worker to spare.`,
          source: "kkp.cluster-requirements",
        },
      },
    ),
    usablePercent: planningValue(
      { min: 10, max: 100, unit: "%" },
      usablePercent.value,
      { label: "How much of each worker is planned for?", short: "Share of a worker that is planned for", help: "The rest takes rolling updates, backup jobs, bursts and what runs on every node." },
      usablePercent.statement,
    ),
    nodeCpuReserve: planningValue(
      { min: 0, max: 8000, unit: "milli-CPU" },
      nodeReserve.value.cpu,
      { label: "How much CPU does each worker keep for itself?", short: "CPU kept by a worker", help: "For its operating system and kubelet." },
      nodeReserve.statement,
    ),
    nodeMemoryReserve: planningValue(
      { min: 0, max: 32768, unit: "MiB" },
      nodeReserve.value.memory,
      { label: "How much memory does each worker keep for itself?", short: "Memory kept by a worker", help: "For its operating system and kubelet." },
      nodeReserve.statement,
    ),
    podsPerNode: planningValue(
      { min: 30, max: 500, unit: "pods" },
      podsPerNode.value,
      { label: "How many pods may run on one worker?", short: "Pods on a worker", help: `Workers above about 7 vCPU are bound by it. Kubelets run ${podsPerNode.value} unless KubeOne tells them another number; a node's pod range of /24 holds ${soundPlanning.value.podsPerNode}.` },
      podsPerNode.statement,
    ),
    servicePods: planningValue(
      { min: 0, max: 500, unit: "pods" },
      clusterServicePods.value,
      { label: "How many pods does the cluster itself run?", short: "Pods of the cluster itself", help: "Storage driver, cluster network, DNS and machine-controller." },
      clusterServicePods.statement,
    ),
    spareWorkers: planningValue(
      { min: 0, max: 20, unit: "workers" },
      spareWorkers.value,
      { label: "How many workers are kept to spare?", short: "Workers to spare", help: "As many may fail or be replaced at once without moving beyond the plan." },
      spareWorkers.statement,
    ),
    mediumCpu: planningValue(
      { min: 500, max: 32000, unit: "milli-CPU" },
      mediumProfile.value.cpu,
      { label: "How much CPU does a medium control plane request?", short: "CPU of a medium control plane", help: "Requests of all its pods; set by componentsOverride." },
      mediumProfile.statement,
      (look) => ownPlanning(look) && several(look),
    ),
    mediumMemory: planningValue(
      { min: 1024, max: 131072, unit: "MiB" },
      mediumProfile.value.memory,
      { label: "How much memory does a medium control plane request?", short: "Memory of a medium control plane", help: "Requests of all its pods; set by componentsOverride." },
      mediumProfile.statement,
      (look) => ownPlanning(look) && several(look),
    ),
    largeCpu: planningValue(
      { min: 500, max: 64000, unit: "milli-CPU" },
      largeProfile.value.cpu,
      { label: "How much CPU does a large control plane request?", short: "CPU of a large control plane", help: "Requests of all its pods; set by componentsOverride." },
      largeProfile.statement,
      (look) => ownPlanning(look) && several(look),
    ),
    largeMemory: planningValue(
      { min: 1024, max: 262144, unit: "MiB" },
      largeProfile.value.memory,
      { label: "How much memory does a large control plane request?", short: "Memory of a large control plane", help: "Requests of all its pods; set by componentsOverride." },
      largeProfile.statement,
      (look) => ownPlanning(look) && several(look),
    ),
    controlPlaneCpu: planningValue(
      { min: 2, max: 64, unit: "vCPU" },
      controlPlaneMachine.value.cpu,
      { label: "How many vCPUs does a control-plane machine have?", short: "vCPU of a control-plane machine", help: "The medium class of etcd has 4; KubeOne starts at 2." },
      controlPlaneMachine.statement,
    ),
    controlPlaneMemory: planningValue(
      { min: 2, max: 256, unit: "GiB" },
      controlPlaneMachine.value.memory,
      { label: "How much memory does a control-plane machine have?", short: "Memory of a control-plane machine", help: "The medium class of etcd has 16 GiB; KubeOne starts at 2." },
      controlPlaneMachine.statement,
    ),
    workerDisk: planningValue(
      { min: 20, max: 2000, unit: "GB" },
      workerDisk.value,
      { label: "How large is the root disk of a worker?", short: "Root disk of a worker", help: "For operating system, images and logs of its pods; volumes lie elsewhere." },
      workerDisk.statement,
    ),
  },
  cluster: {
    zones: integer({ min: 1, max: 9, unit: "zones" }, {
      section: "Machines",
      label: "Over how many availability zones do its machines spread?",
      short: "Availability zones",
      help: "Fire sections or cloud zones that fail apart. Workers are rounded up so that each zone holds as many.",
      source: "kkp.setup-checklist",
      team: "infrastructure",
      productDefault: { value: 1, sentence: "KKP spreads its pods over hosts and zones where it can, and asks for no second zone.", source: "kkp.setup-checklist" },
    }),
  },
  datacenter: {
    mediumClusters: count("How many medium user clusters are expected?", "Medium user clusters", "Medium: up to about 250 nodes each, with etcd of up to 500 MB."),
    nodesPerMediumCluster: nodes("How many worker nodes does a medium one have?", "Nodes per medium user cluster", "mediumClusters"),
    largeClusters: count("How many large user clusters are expected?", "Large user clusters", "Large: up to about 1,000 nodes each, with etcd of up to 1 GB."),
    nodesPerLargeCluster: nodes("How many worker nodes does a large one have?", "Nodes per large user cluster", "largeClusters"),
  },
});
