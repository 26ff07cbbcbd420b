import { fact, type Fact } from "./fact.ts";

export const reservedAddresses = {
  nodeLocalDns: fact({
    id: "addresses.node-local-dns",
    statement: "Every node of a user cluster answers DNS on 169.254.20.10.",
    value: "169.254.20.10",
    certainty: "sourced",
    sources: ["kkp.code.resources"],
  }),
  docker: fact({
    id: "addresses.docker-bridge",
    statement: "Machines with Docker use 172.17.0.0/16 on their own bridge.",
    value: "172.17.0.0/16",
    certainty: "standard",
    sources: ["docker.bridge"],
  }),
} as const;

export const privateBlocks = {
  spaces: fact({
    id: "addresses.private-blocks",
    statement: "10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16 are private, and fd00::/8 is what IPv6 has for sites of their own; proposals for other ranges come from them.",
    value: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fd00::/8"],
    certainty: "standard",
    sources: ["rfc.1918", "rfc.4193"],
  }),
} as const;

export const addressFacts: readonly Fact<unknown>[] = [...Object.values(reservedAddresses), ...Object.values(privateBlocks)];
