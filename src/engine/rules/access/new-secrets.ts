import { isAmong, newSecrets, type NewThing } from "../../answers/chapters/new-secrets.ts";
import type { Reader } from "../../kernel/rule.ts";
import { installedRelease } from "../basics/platform.ts";

/** What is as old as the platform itself: its own signing key, the pull secret, and how the master reaches its Seeds. */
const AS_OLD = /^kkp\/(?:auth\/sa|pull-secret)$|\/kubeconfig$/;

/** What comes new with an upgrade by the names of its secrets in the secret store; the first that fits holds. */
const KINDS: readonly (readonly [name: RegExp, kind: NewThing])[] = [
  [/^kkp\/(?:auth\/|client\/kubermatic)/, "login"],
  [/^kkp\/(?:client\/mla-|mla-store$)|\/usercluster-mla\//, "user-cluster-mla"],
  [/^kkp\/client\/|\/seed-mla\//, "interfaces"],
  [/^kkp\/dex\//, "identity-source"],
  [/^kkp\/alerts$/, "alerts"],
  [/^kkp\/(?:tls|ca|dns|acme-binding|signer|external-dns)$/, "certificates"],
  [/^kkp\/backup-store$|\/restic$/, "further-backups"],
  [/^kkp\/metering$/, "metering"],
  [/^kkp\/kubelb$|\/kubelb-tenant$|\/load-balancer$/, "load-balancers"],
  [/\/minio\/|\/s3$/, "backups"],
  [/\/machines\//, "machines"],
  [/\/issuer$/, "seed-issuers"],
];

/** What the secret with this name belongs to; undefined for what no upgrade brings. */
export const kindOfSecret = (name: string): NewThing | undefined => (AS_OLD.test(name) ? undefined : KINDS.find(([pattern]) => pattern.test(name))?.[1]);

/** Whether something that comes new with an upgrade has secrets. */
export const bringsSecrets = (what: NewThing): boolean => KINDS.some(([, kind]) => isAmong([what], kind));

/** Whether an installed platform has the secret of this name, which it keeps then. Never waits: nobody may have said yet whether there is one. */
export function isKept(read: Reader, name: string): boolean {
  if (read.outcome(installedRelease).kind !== "known") return false;
  const kind = kindOfSecret(name);
  return kind === undefined || !isAmong(read.answer(newSecrets.plan.newSecrets), kind);
}
