import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import type { Reader } from "../../kernel/rule.ts";
import { servedByHub } from "./hub.ts";

/** Whether KubeLB must be the Enterprise Edition: KKP makes tenants in no other, and no other has mutual TLS. */
export const hubIsEnterprise = (read: Reader): boolean => read.rule(servedByHub).datacenters.length > 0 || read.answer(kubelbHub.plan.kubelbTraffic) === "mtls";
