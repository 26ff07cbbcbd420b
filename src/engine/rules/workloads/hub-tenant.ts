import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { ports } from "../../facts/ports.ts";
import type { Reader } from "../../kernel/rule.ts";
import { hostPort } from "../../values/url-host.ts";

/** The Secret in which KubeLB hands a tenant its kubeconfig, in the namespace of the tenant. */
export const TENANT_SECRET = { name: "kubelb-ccm-kubeconfig", key: "kubelb" } as const;

/** What KubeLB puts before the name of a tenant. */
const PREFIX = "tenant-";

/** The namespace that KubeLB's manager makes for a tenant, whatever its name begins with. */
export const tenantNamespace = (tenant: string): string => `${PREFIX}${tenant}`;

/** The name under which the connector is told of a tenant: it takes one that begins like a namespace for the namespace itself. */
export const connectorTenant = (tenant: string): string => (tenant.startsWith(PREFIX) ? tenantNamespace(tenant) : tenant);

/** The URL by which every tenant must reach the Kubernetes API of KubeLB: the one to which the firewall is opened. */
export const hubApiUrl = (read: Reader, api = read.answer(kubelbHub.plan.kubelbApi)): string => `https://${hostPort(api, read.fact(ports.kubelbApi))}`;
