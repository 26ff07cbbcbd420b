import { known, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { placeOfCluster } from "../firewall/subjects.ts";
import { reachesInternet } from "../firewall/way-out.ts";
import { registryInWords, registryName } from "../internet/offline.ts";

/** An image without its registry: "/velero/velero". */
const pathOf = (image: string): string => image.slice(image.indexOf("/"));

/** An image by the name under which the machines of a cluster reach it; the mirror keeps its path. */
export const imageAt = (read: Reader, cluster: string, image: string): string =>
  reachesInternet(read, placeOfCluster(read, cluster)) ? image : `${registryInWords(read)}${pathOf(image)}`;

/** The same as a value: open while nobody has named the private registry. */
export function imageValueAt(read: Reader, cluster: string, image: string): Value<string> {
  if (reachesInternet(read, placeOfCluster(read, cluster))) return known(image);
  const registry = registryName(read);
  return registry.kind === "known" ? known(`${registry.value}${pathOf(image)}`) : registry;
}

/** Line of a container that writes to a volume: a fresh one belongs to root, and the image of the tools runs as somebody else. */
export const AS_ROOT = "      securityContext: { runAsUser: 0 }";
