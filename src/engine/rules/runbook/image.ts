import type { Reader } from "../../kernel/rule.ts";
import { placeOfCluster } from "../firewall/subjects.ts";
import { reachesInternet } from "../firewall/way-out.ts";
import { registryInWords } from "../internet/offline.ts";

/** An image by the name under which the machines of a cluster reach it; the mirror keeps its path. */
export const imageAt = (read: Reader, cluster: string, image: string): string =>
  reachesInternet(read, placeOfCluster(read, cluster)) ? image : `${registryInWords(read)}${image.slice(image.indexOf("/"))}`;
