import { host, text } from "../answers/kinds.ts";
import type { Provider } from "./contract/index.ts";
import { siteWayOut } from "./site-way-out.ts";

export const anexia = {
  id: "anexia",
  title: "Anexia",
  sources: ["kkp.providers", "kkp.changelog-2.30"],
  machineAddresses: "provider",
  vendorCloud: true,
  leaving: siteWayOut,
  nativeLoadBalancer: true,
  publicLoadBalancer: true,
  api: {
    title: "Anexia Engine",
    ports: "443",
    hosts: [],
    addressQuestion: "anexiaApi",
    onInternet: true,
    flowIds: ["P5"],
    note: "No source of Kubermatic confirms the host or the port: ask the provider.",
    sources: ["kkp.ports", "kkp.providers", "anexia.client"],
  },
  registries: [],
  // Its cloud controller alone comes from there, and that runs beside the control planes.
  seedRegistries: ["anx-cr.io"],
  userClusters: { cloudController: true, sources: ["kkp.code.cloud-controllers"] },
  // The table of operating systems has no row for it.
  operatingSystems: [],
  images: "provider",
  datacenterFields: [{ field: "locationID", question: { subject: "place", key: "anexiaLocation" } }],
  kubeone: { workers: "static", cloudProvider: "none", environment: [], inputs: [], settings: [], apiEndpoint: "none", sources: ["kubeone.providers", "kubeone.static-nodes"] },
  support: { statement: "KKP has deprecated Anexia since 2.30, and the list of support tiers does not name it.", sources: ["kkp.changelog-2.30", "kkp.providers"] },
  accounts: [{ id: "anexia-token", title: "Anexia Engine token", permissions: ["Machines, networks and load balancers"], fields: ["token"], sources: ["kkp.code.preset"] }],
  prepare: [
    {
      id: "anexia-location",
      title: "Location, network and quota for the nodes",
      why: "The Seed names the location by its id, and machines take addresses of the network and count against the quota.",
      verify: "The Engine shows the location's id to the prepared token",
      byAccount: true,
      sources: ["kkp.code.datacenter"],
    },
  ],
  questions: {
    place: {
      anexiaApi: host({
        section: "Places",
        label: "Under which name or address is the Anexia Engine reached?",
        short: "Address of the Anexia Engine",
        help: "Seeds create machines through it, on the internet.",
        example: "engine.anexia-it.com",
        source: "anexia.client",
        team: "infrastructure",
        server: { title: "Anexia Engine", dialledBy: ["platform"] },
      }),
      anexiaLocation: text({
        section: "Places",
        label: "Which Anexia location is this place, by its id?",
        short: "Anexia location",
        help: "The Seed must name it for each datacenter here.",
        source: "kkp.code.datacenter",
        team: "infrastructure",
      }),
    },
  },
} as const satisfies Provider;
