import type { Provider } from "./contract/index.ts";

/** Whether people give the control planes that KubeOne builds here their addresses: the infrastructure hands out none, or each machine is made before and listed with the address that it got. */
export const listsControlPlanes = ({ machineAddresses, kubeone }: Provider): boolean => machineAddresses !== "provider" || kubeone?.workers === "static";
