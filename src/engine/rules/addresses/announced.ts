import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import { providerOf } from "../../providers/registry.ts";
import { parseBlock } from "../../values/range.ts";

/** How BGP announces an address of a block, and the length beyond which routers often filter: each address is a route of its own. */
interface Routes {
  readonly length: string;
  readonly filter: string;
}

export const ROUTES_6: Routes = { length: "/128", filter: "/48" };

export const routesOf = (block: string): Routes => (parseBlock(block)?.family === 6 ? ROUTES_6 : { length: "/32", filter: "/24" });

/** Who hands the workers of a cluster their addresses, where nobody can list them in advance: the end of a sentence. */
export function movingWorkers(read: Reader, cluster: string): string | undefined {
  const { machineAddresses, title } = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  if (machineAddresses === "fixed") return undefined;
  if (machineAddresses === "provider") return `from ${title}`;
  return read.answer(infrastructure.cluster.workerAddressing, cluster) === "dhcp" ? "by DHCP" : undefined;
}
