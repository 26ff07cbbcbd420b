import type { WorkerCalls } from "../../providers/contract/api.ts";

/** Why workers of a datacenter call the API of their infrastructure; `name` is that of the datacenter. */
export const callsOfWorkers = ({ eachNode }: Pick<WorkerCalls, "eachNode">, name: string): string =>
  eachNode ? `The storage driver on each worker of ${name} logs in there before it mounts a volume.` : `The storage driver runs on workers of ${name}, inside each user cluster, and asks there for every volume.`;
