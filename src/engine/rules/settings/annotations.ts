import type { Reader } from "../../kernel/rule.ts";
import { entryIn, masterCluster, nameOfCluster, releaseIn } from "../basics/platform.ts";
import { CONFIGURATION, MASTER_VALUES, seedValues } from "./setting.ts";

/** Annotations of the nodeport-proxy's Service in the Seed object. */
export const PROXY_ANNOTATIONS = "spec.nodeportProxy.envoy.loadBalancerService.annotations";

/** Where annotations of the entry's Service are written, and what takes the place of that in patches which do not know it: a sentence after a space. */
export function annotationField(read: Reader, cluster: string): { readonly object: string; readonly field: string; readonly before: string } {
  const { annotations } = entryIn(read, cluster);
  if (read.optionalRule(masterCluster) !== cluster) return { object: seedValues(nameOfCluster(read, cluster)), field: annotations.seed, before: "" };
  const { object, field } = annotations.master;
  if (object !== "KubermaticConfiguration") return { object, field, before: "" };
  const { gatewayAnnotationsFrom: since } = releaseIn(read);
  return { object: CONFIGURATION, field, before: since === undefined ? "" : ` Patches before ${since} do not know the field: in them, ${annotations.seed} of ${MASTER_VALUES} takes its place.` };
}
