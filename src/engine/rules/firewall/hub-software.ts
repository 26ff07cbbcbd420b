import { redirectHosts, registryHosts } from "../../facts/external-hosts.ts";
import type { Reader } from "../../kernel/rule.ts";
import { hostsFrom, type FoundHost } from "./found-hosts.ts";

/** Registries that the management cluster of KubeLB loads from, whoever builds it. */
export const hubSoftware = (read: Reader): readonly FoundHost[] => [...hostsFrom(read, registryHosts), ...hostsFrom(read, redirectHosts)];
