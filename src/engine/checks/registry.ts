import type { Check } from "../kernel/check.ts";
import { tunnelingBehindProxy } from "./tunneling-behind-proxy.ts";
import { tunnelingAgentAddress } from "./tunneling-agent-address.ts";
import { sharedManagement } from "./shared-management.ts";
import { missingLinks } from "./missing-links.ts";
import { controlPlanes } from "./control-planes.ts";

/** All checks. Adding one is a file and a line here. */
export const checks: readonly Check[] = [
  tunnelingBehindProxy,
  tunnelingAgentAddress,
  sharedManagement,
  missingLinks,
  controlPlanes,
];
