/** Every address that the installation needs, as per-cluster rules. */
export { apiAddress } from "./kubernetes-api.ts";
export { controlPlaneAddresses } from "./control-planes.ts";
export { entryAddress, formerEntryAddress } from "./entry.ts";
export { nodeportProxyAddress } from "./nodeport-proxy.ts";
export { poolOf } from "./pool.ts";
export { staticWorkerAddresses } from "./static-workers.ts";
export { apiServerAddresses, userClusterAddresses } from "./user-clusters.ts";
