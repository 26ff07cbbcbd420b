import type { Provider } from "./contract/index.ts";
import { siteWayOut } from "./site-way-out.ts";

export const bringYourOwn = {
  id: "bring-your-own",
  kkpName: "bringyourown",
  title: "Bring your own machines (kubeadm)",
  sources: ["kkp.providers"],
  machineAddresses: "fixed",
  leaving: siteWayOut,
  nativeLoadBalancer: false,
  publicLoadBalancer: false,
  dualStack: { loadBalancer: "none" },
  registries: [],
  userClusters: { cloudController: false, sources: ["kkp.code.cloud-controllers"] },
  joined: {
    machine: "machine",
    how: "whoever prepares the machines runs on each the command that `kubeadm token create --print-join-command` prints with the kubeconfig of the user cluster",
    setUpByHand: true,
    sources: ["kkp.code.join-command"],
  },
  operatingSystems: ["ubuntu", "flatcar", "rhel", "rocky"],
  images: "none",
  datacenterFields: [{ field: "bringyourown: {}" }],
  kubeone: { workers: "static", cloudProvider: "none", environment: [], inputs: [], settings: [], apiEndpoint: "none", sources: ["kubeone.static-nodes", "kubeone.providers"] },
  accounts: [],
  prepare: [
    {
      id: "bring-your-own-machines",
      countsJoined: true,
      title: "Machines with unique host name, MAC address and product_uuid, swap off",
      why: "Somebody joins each one with kubeadm and the kubeconfig of the user cluster; KKP neither creates nor replaces them.",
      verify: "`swapon --show` prints nothing and `hostnamectl` a name of its own on each machine",
      sources: ["kkp.cluster-requirements", "kkp.providers"],
    },
  ],
  questions: {},
} as const satisfies Provider;
