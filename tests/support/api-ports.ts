import type { ApiCaller } from "../../src/engine/providers/contract/api.ts";
import type { Provider } from "../../src/engine/providers/contract/index.ts";

/** Ports of an infrastructure's API that some callers use at a place with load balancers; undefined where it has no API. */
export const portsFor = ({ api }: Provider, ...callers: readonly ApiCaller[]): string | undefined =>
  api?.ports
    .split(", ")
    .filter((port) => api.services?.find((service) => service.port === port)?.calledBy.some((caller) => callers.includes(caller)) ?? true)
    .join(", ");
