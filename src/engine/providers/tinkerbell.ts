import { host } from "../answers/kinds.ts";
import { ports } from "../facts/ports.ts";
import type { Provider } from "./contract/index.ts";
import { siteWayOut } from "./site-way-out.ts";

export const tinkerbell = {
  id: "tinkerbell",
  kkpName: "baremetal",
  title: "Bare metal with Tinkerbell",
  sources: ["kkp.provider-baremetal"],
  machineAddresses: "fixed",
  workersOnly: "Tinkerbell installs workers of user clusters; machines of master and Seeds are listed for KubeOne by hand.",
  leaving: siteWayOut,
  nativeLoadBalancer: false,
  publicLoadBalancer: false,
  api: {
    title: "Tinkerbell API",
    ports: "6443",
    hosts: [],
    addressQuestion: "tinkerbellApi",
    makes: "nodes",
    unasked: true,
    flowIds: ["P5", "E18"],
    note: "The port is the one that the kubeconfig of the Tinkerbell cluster names.",
    sources: ["kkp.provider-baremetal"],
  },
  registries: [],
  userClusters: { cloudController: false, sources: ["kkp.provider-baremetal"] },
  operatingSystems: ["ubuntu"],
  images: "customer",
  imageUrls: {
    verify: "`curl -fsI` prints the size of each raw image on {server} from the segment of the workers, under the URL that tinkerbell.images.http.operatingSystems of the Seed holds",
    fromWorkers: true,
    why: "Workers load the image from its URL and write it to their disk when they boot by iPXE.",
    way: {
      by: "Each new worker",
      serverQuestion: "tinkerbellImages",
      port: ports.bootImages,
      note: "URLs that begin with http want TCP 80 in its place.",
    },
    sources: ["kkp.provider-baremetal", "kkp.code.datacenter", "tinkerbell.image2disk"],
  },
  datacenterFields: [{ field: "tinkerbell.images.http.operatingSystems" }],
  support: {
    statement: "KKP calls its bare-metal provider experimental: machines boot by iPXE once by hand, one MachineDeployment is one node, and the documentation covers Ubuntu only.",
    sources: ["kkp.provider-baremetal", "kkp.providers"],
  },
  accounts: [
    {
      id: "tinkerbell-kubeconfig",
      title: "kubeconfig of the Tinkerbell cluster",
      permissions: ["Hardware, Templates and Workflows of Tinkerbell in the namespace of the workers"],
      fields: ["tinkerbell.kubeconfig"],
      sources: ["kkp.provider-baremetal", "kkp.code.preset"],
    },
  ],
  prepare: [
    {
      id: "tinkerbell-cluster",
      rightsOn: "",
      title: "Tinkerbell cluster in the segment of the workers",
      why: "It answers the network boot of new workers, so it must see their broadcasts; the Seed drives it through its Kubernetes API.",
      verify: "`kubectl get hardware` answers there, and a test machine boots into its image by iPXE",
      inNetwork: true,
      sources: ["kkp.provider-baremetal"],
    },
    {
      id: "tinkerbell-boot",
      uses: ["tinkerbell-cluster"],
      title: "Way from each worker to the services of Tinkerbell: UDP 67, 69 and 514, TCP 7171, 7172, 7173 and 42113",
      why: "Machines boot by DHCP and TFTP, load scripts and the installer over HTTP, read their metadata and report to the Tink server. These are the ports of Tinkerbell's own chart; KKP's documentation names none, so those of your version count, and host firewalls in the segment must let them pass.",
      verify: "`kubectl get services` of the Tinkerbell cluster shows the same ports, and a test machine boots through to its image",
      inNetwork: true,
      sources: ["tinkerbell.values"],
    },
    {
      id: "tinkerbell-hardware",
      uses: ["tinkerbell-cluster"],
      title: "A Hardware object for each worker: disk, MAC, address, gateway, DNS servers, allowPXE and allowWorkflow",
      why: "Tinkerbell gives a machine only what its Hardware object names; each new worker is set to boot by iPXE once, by hand.",
      verify: "`kubectl get hardware` lists one object for each node that user clusters will have",
      sources: ["kkp.provider-baremetal"],
    },
  ],
  questions: {
    place: {
      tinkerbellApi: host({
        section: "Places",
        label: "Under which name or address is the Tinkerbell cluster reached?",
        short: "Address of Tinkerbell",
        help: "Seeds install workers through its Kubernetes API.",
        example: "tinkerbell.example.com",
        source: "kkp.provider-baremetal",
        team: "infrastructure",
        server: { title: "Tinkerbell", dialledBy: ["platform"] },
      }),
      tinkerbellImages: host({
        section: "Places",
        label: "Which web server holds images of workers for Tinkerbell?",
        short: "Web server of images for Tinkerbell",
        help: "Name or address in the URLs of tinkerbell.images.http.operatingSystems. Workers load their raw image from there while they are installed.",
        example: "images.example.com",
        source: "kkp.provider-baremetal",
        team: "infrastructure",
        server: { title: "Web server of images", dialledBy: [] },
      }),
    },
  },
} as const satisfies Provider;
