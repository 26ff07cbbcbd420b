import type { ApiEndpoint } from "./api-endpoint.ts";
import { external } from "./external.ts";
import { gobetween } from "./gobetween.ts";
import { keepalived } from "./keepalived.ts";
import { kubeVip } from "./kube-vip.ts";
import { provider } from "./provider.ts";

const records = [keepalived, kubeVip, gobetween, external, provider] as const satisfies readonly ApiEndpoint[];

/** Ids of everything that can stand in front of a Kubernetes API. */
export type ApiEndpointId = (typeof records)[number]["id"];

/** All of them, in the order the form offers them. Adding one is a file and a word above. */
export const apiEndpoints: readonly (ApiEndpoint & { readonly id: ApiEndpointId })[] = records;

/** The record of an id. */
export function apiEndpointOf(id: ApiEndpointId): ApiEndpoint & { readonly id: ApiEndpointId } {
  const found = apiEndpoints.find((endpoint) => endpoint.id === id);
  if (!found) throw new Error(`API endpoint ${id} is not in the registry`);
  return found;
}
