import type { Run } from "../../rules/addresses/pins.ts";
import type { Slot } from "../../rules/addresses/slots.ts";

/** Who has addresses of a block, inside a sentence. */
export const WORDS: Readonly<Record<Slot | Run, string>> = {
  entry: "the platform entry",
  "former-entry": "the former entry",
  "nodeport-proxy": "the nodeport-proxy",
  "user-clusters": "user clusters",
  "api-servers": "API servers with a load balancer each",
};
