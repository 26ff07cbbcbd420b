import { operatingSystems } from "../../operating-systems/registry.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { listsControlPlanes } from "../../providers/listed-machines.ts";
import { providers, type ProviderId } from "../../providers/registry.ts";
import { addresses, choice, choices, host, integer, label, subject, text, texts, yesNo } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";

const choicesOf = (list: typeof providers) =>
  list.map(({ id, title, nativeLoadBalancer, support }: Provider & { readonly id: ProviderId }) => ({
    value: id,
    label: title,
    help: `${nativeLoadBalancer ? "Brings its own load balancer." : "Needs a load balancer inside the cluster."}${support ? ` ${support.statement}` : ""}`,
  }));

const providerQuestion = (label: string, help: string, section: string, list = providers) =>
  choice(choicesOf(list), { section, label, short: "Provider", help, source: "kkp.providers", team: "infrastructure" });

/** Whether people list the workers of a cluster that KubeOne builds. */
const listsWorkers = (look: Look, id: string): boolean => {
  const provider: Provider | undefined = providers.find((candidate) => candidate.id === look(infrastructure.cluster.provider, id));
  if (!provider || look(infrastructure.cluster.provisioning, id) !== "kubeone") return false;
  return provider.kubeone?.workers === "static" || (provider.machineAddresses === "dhcp-server" && look(infrastructure.cluster.workerAddressing, id) === "fixed");
};

/** Whether somebody else runs or has built a cluster. */
const isThere = (look: Look, id: string): boolean => ["managed", "existing"].includes(look(infrastructure.cluster.provisioning, id) ?? "");

export const infrastructure = chapter(
  "infrastructure",
  "Infrastructure",
  "Where the platform runs, which Seeds it has, and where the user clusters' workers live.",
  {
    plan: {
      severalTenants: yesNo(
        { yes: "Several tenants", no: "One owner" },
        {
          section: "Tenants",
          label: "Who uses the platform?",
          short: "Tenants or one owner",
          help: "Tenants are kept apart: each gets a network, a technical user or project, a datacenter and a Preset.",
          source: "kkp.setup-checklist",
          team: "platform",
          productDefault: { value: false, sentence: "Networks, users and datacenters are set apart for tenants that are named, and for no others.", source: "kkp.setup-checklist" },
        },
      ),
      tenants: texts({
        section: "Tenants",
        label: "Which tenants are there?",
        short: "Names of the tenants",
        help: "One a line, by the names your teams use; each datacenter names those it serves.",
        example: "Retail, Logistics",
        source: "kkp.setup-checklist",
        team: "platform",
        asked: (look): boolean => look(infrastructure.plan.severalTenants) === true,
      }),
    },
    place: {
      name: text({
        section: "Places",
        label: "What is this place called?",
        short: "Name of the place",
        help: "A data centre or a cloud region with networks of its own, by the name your teams use.",
        example: "Frankfurt",
        source: "kkp.setup-checklist",
        team: "infrastructure",
      }),
    },
    cluster: {
      name: label({
        section: "Master and Seeds",
        label: "What is this cluster called?",
        short: "Name of the cluster",
        help: "For a Seed this is the name of the Seed object; it becomes part of the user clusters' DNS names.",
        example: "seed",
        source: "kkp.add-seed",
        team: "platform",
      }),
      role: choice(
        [
          { value: "master-and-seed", label: "Master and Seed in one", help: "One cluster carries the dashboard and the control planes of user clusters." },
          { value: "master", label: "Master only", help: "The dashboard, API and Dex; user clusters live in Seeds of their own." },
          { value: "seed", label: "Additional Seed", help: "Control planes of user clusters, close to their workers." },
        ],
        {
          section: "Master and Seeds",
          label: "Which role does it have?",
          short: "Role",
          help: "Exactly one cluster is the master. CE allows one Seed.",
          source: "kkp.add-seed",
          team: "platform",
        },
      ),
      place: subject("place", {
        section: "Master and Seeds",
        label: "Where does it stand?",
        short: "Place of the cluster",
        help: "Its nodes take addresses from this place's node network.",
        source: "kkp.setup-checklist",
        team: "infrastructure",
      }),
      provider: providerQuestion("What supplies its machines?", "Load balancer, storage and the API that the Seed calls follow from it.", "Master and Seeds", providers.filter(({ workersOnly }) => workersOnly === undefined)),
      provisioning: choice(
        [
          { value: "kubeone", label: "KubeOne", help: "We create the cluster over SSH.", chip: "recommended" },
          { value: "managed", label: "Managed Kubernetes", help: "The provider runs the control plane." },
          { value: "existing", label: "Existing cluster", help: "It is there already." },
        ],
        {
          section: "Master and Seeds",
          label: "How does the cluster come to be?",
          short: "Provisioning",
          help: "KubeOne needs SSH to the nodes and an address for the Kubernetes API.",
          source: "kubeone.infrastructure",
          team: "platform",
        },
      ),
      apiHost: host({
        section: "Master and Seeds",
        label: "Under which name or address is its Kubernetes API reached?",
        short: "Address of the Kubernetes API",
        help: "The installing engineers and, for an additional Seed, the master connect to it.",
        example: "cluster.example.com",
        source: "kkp.add-seed",
        team: "infrastructure",
        server: { title: "Kubernetes API", dialledBy: ["platform"] },
        asked: isThere,
      }),
      apiPort: integer({ min: 1, max: 65535 }, {
        section: "Master and Seeds",
        label: "On which port does its Kubernetes API answer?",
        short: "Port of the Kubernetes API",
        help: "Managed Kubernetes often takes 443, clusters built with kubeadm 6443.",
        example: "443",
        source: "kubernetes.ports",
        team: "infrastructure",
        asked: isThere,
      }),
      controlPlanes: integer({ min: 1, max: 9, unit: "machines" }, {
        section: "Machines",
        label: "How many control-plane machines does it have?",
        short: "Control-plane machines",
        help: "An odd number; three survive the loss of one.",
        source: "kubeone.infrastructure",
        team: "infrastructure",
        asked: (look, id): boolean => look(infrastructure.cluster.provisioning, id) === "kubeone",
      }),
      controlPlaneAddresses: addresses({
        section: "Machines",
        label: "Which fixed addresses do the control-plane machines have?",
        short: "Control-plane addresses",
        help: "One a line, from the node network and outside the DHCP range.",
        example: "10.20.0.11",
        source: "kkp.setup-checklist",
        team: "network",
        asked: (look, id): boolean => {
          const provider: Provider | undefined = providers.find((candidate) => candidate.id === look(infrastructure.cluster.provider, id));
          return look(infrastructure.cluster.provisioning, id) === "kubeone" && provider !== undefined && listsControlPlanes(provider);
        },
      }),
      workerAddressing: choice(
        [
          { value: "dhcp", label: "By DHCP", help: "Workers come and go without anybody's help." },
          { value: "fixed", label: "Fixed addresses", help: "Each worker is listed by hand, as a static worker of KubeOne." },
        ],
        {
          section: "Machines",
          label: "How do its worker machines get their addresses?",
          short: "Worker addressing",
          help: "It decides how many leases the DHCP range must hold, and how routers name their BGP neighbours.",
          source: "kkp.setup-checklist",
          team: "network",
          asked: (look, id): boolean =>
            providers.find((provider) => provider.id === look(infrastructure.cluster.provider, id))?.machineAddresses === "dhcp-server",
        },
      ),
      workerAddresses: addresses({
        section: "Machines",
        label: "Which fixed addresses do the worker machines have?",
        short: "Worker addresses",
        help: "One a line, from the node network and outside the DHCP range; KubeOne lists them as static workers.",
        example: "10.20.0.21",
        source: "kubeone.static-nodes",
        team: "network",
        asked: listsWorkers,
      }),
      workerCpu: integer({ min: 2, max: 256, unit: "vCPU" }, {
        section: "Machines",
        label: "How many vCPUs does one worker machine have?",
        short: "vCPU per worker",
        help: "The number of workers is computed from it.",
        source: "kkp.cluster-requirements",
        team: "infrastructure",
      }),
      workerMemory: integer({ min: 4, max: 4096, unit: "GiB" }, {
        section: "Machines",
        label: "How much memory does one worker machine have?",
        short: "Memory per worker",
        help: "The number of workers is computed from it.",
        source: "kkp.cluster-requirements",
        team: "infrastructure",
      }),
    },
    datacenter: {
      name: label({
        section: "Datacenters",
        label: "What is this datacenter called?",
        short: "Name of the datacenter",
        help: "KKP's pointer to the place and provider of user-cluster workers; unique over all Seeds.",
        example: "fra-vsphere",
        source: "kkp.code.datacenter",
        team: "platform",
      }),
      place: subject("place", {
        section: "Datacenters",
        label: "Where do its workers run?",
        short: "Place of the workers",
        help: "Workers must reach the Seed's virtual addresses from there.",
        source: "kkp.setup-checklist",
        team: "infrastructure",
      }),
      provider: providerQuestion("What supplies the workers?", "The Seed creates them through this provider's API.", "Datacenters", providers.filter(({ platformOnly }) => platformOnly === undefined)),
      seed: subject("cluster", {
        section: "Datacenters",
        label: "Which Seed runs their control planes?",
        short: "Seed of the datacenter",
        help: "An existing Seed makes it a datacenter of workers only; a Seed in the same place keeps the traffic there.",
        source: "kkp.add-seed",
        team: "platform",
      }),
      tenants: texts({
        section: "Datacenters",
        label: "Which tenants does it serve?",
        short: "Tenants of the datacenter",
        help: "One keeps networks, credentials and quotas apart; several share them.",
        example: "Retail",
        source: "kkp.setup-checklist",
        team: "platform",
        asked: (look): boolean => look(infrastructure.plan.severalTenants) === true,
      }),
      smallClusters: integer({ min: 0, max: 100000, unit: "user clusters" }, {
        section: "User clusters",
        label: "How many small user clusters are expected?",
        short: "Small user clusters",
        help: "Small: up to about 50 nodes each, control planes at product defaults.",
        source: "etcd.hardware",
        team: "platform",
      }),
      nodesPerCluster: integer({ min: 1, max: 5000, unit: "nodes" }, {
        section: "User clusters",
        label: "How many worker nodes does one of them have?",
        short: "Nodes per user cluster",
        help: "The DHCP range must hold a lease for each.",
        source: "kkp.setup-checklist",
        team: "platform",
      }),
      operatingSystems: choices(
        operatingSystems.map(({ id, title }) => ({ value: id, label: title })),
        {
          section: "User clusters",
          label: "Which operating systems do the workers run?",
          short: "Operating systems of the workers",
          help: "Each infrastructure offers some of them; images of your own must be there before the first user cluster.",
          source: "kkp.os-support",
          team: "platform",
          productDefault: { value: ["ubuntu"], sentence: "Ubuntu is the one system that every infrastructure offers.", source: "kkp.os-support" },
          asked: (look, id): boolean => (providers.find((provider) => provider.id === look(infrastructure.datacenter.provider, id))?.operatingSystems.length ?? 0) > 0,
        },
      ),
      sshSources: choice(
        [
          { value: "anywhere", label: "Any address that reaches them", help: "What the security groups of KKP let in.", chip: "product-default" },
          { value: "limited", label: "Source ranges of yours", help: "Narrowed before the first user cluster, by your security team." },
        ],
        {
          section: "User clusters",
          label: "Who may open SSH to the workers?",
          short: "SSH to the workers",
          help: "KKP itself opens none: an agent on each node writes the keys of users.",
          source: "kkp.code.security-groups",
          team: "security",
          productDefault: { value: "anywhere", sentence: "Security groups that KKP makes let SSH in from any address that reaches the workers.", source: "kkp.code.security-groups" },
          asked: (look, id): boolean => providers.some((provider: Provider & { readonly id: ProviderId }) => provider.id === look(infrastructure.datacenter.provider, id) && provider.opensSsh !== undefined),
        },
      ),
    },
  },
);
