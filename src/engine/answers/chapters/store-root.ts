import { choice } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { isSharedStore } from "../shared-store.ts";
import { backup } from "./backup.ts";
import { infrastructure } from "./infrastructure.ts";
import { metering } from "./metering.ts";
import { monitoring } from "./monitoring.ts";
import { observability } from "./observability.ts";
import { project } from "./project.ts";
import { sizing } from "./sizing.ts";
import { storage } from "./storage.ts";

/** Further backups that are written to a store. */
const WRITTEN = ["velero", "user-clusters", "platform-etcd", "mirror"] as const;

/** Addresses of the object stores that this plan writes to, undefined while one is not stated. */
function addressesOf(look: Look): readonly (string | undefined)[] {
  const further = look(backup.plan.further) ?? [];
  const counts = look(sizing.plan.seedExtras)?.includes("metering") === true && look(project.plan.edition) !== "CE";
  return [
    ...look.subjects("cluster").filter((id) => look(infrastructure.cluster.role, id) !== "master" && look(storage.cluster.backupTarget, id) === "s3").map((id) => look(storage.cluster.s3Endpoint, id)),
    ...(WRITTEN.some((part) => further.includes(part)) ? [look(backup.plan.store)] : []),
    ...(look(monitoring.plan.userClusterMla) === true && look(observability.plan.objectStore) === "s3" ? [look(observability.plan.objectStoreAddress)] : []),
    ...(counts ? [look(metering.plan.meteringStore)] : []),
  ];
}

/** The question of the storage chapter about who signs for object stores that no cloud runs. */
export const storeRoot = chapter("storage", "Storage and backup", "", {
  plan: {
    storeRoot: choice(
      [
        { value: "public", label: "A root that machines know", help: "Nothing has to be handed over." },
        { value: "private", label: "A root of your company", help: "Its certificate goes to every part that calls a store, each of which takes it in a place of its own." },
      ],
      {
        section: "Object stores",
        label: "At which root do the certificates of your object stores end?",
        short: "Root of the object stores",
        help: "KKP's jobs, the S3 exporter, Velero, Cortex and Loki trust public roots alone unless they are told of another. Where stores have several, one file holds all of them.",
        source: "kkp.certificates",
        team: "storage",
        asked: (look): boolean => addressesOf(look).some((address) => address !== undefined && !isSharedStore(address)),
      },
    ),
  },
});
