import { githubRegistry, redirectHosts, registryHosts } from "../../facts/external-hosts.ts";
import type { Reader } from "../../kernel/rule.ts";
import { hostsFrom, type FoundHost } from "./found-hosts.ts";

/** Registries that the management cluster of KubeLB loads from, whoever builds it; nothing of it lies at GitHub's. */
export const hubSoftware = (read: Reader): readonly FoundHost[] => [...hostsFrom(read, registryHosts).filter(({ host }) => host !== read.fact(githubRegistry).host), ...hostsFrom(read, redirectHosts)];
