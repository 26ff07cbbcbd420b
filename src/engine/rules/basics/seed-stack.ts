import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import type { Reader } from "../../kernel/rule.ts";
import { servesOwnInterfaces } from "../addresses/slots.ts";
import { releaseIn } from "./platform.ts";

/** Whether the Seed stands apart from the master and serves interfaces of its own. */
export const ownEntry = (read: Reader, cluster: string): boolean =>
  read.answer(infrastructure.cluster.role, cluster) === "seed" && read.rule(servesOwnInterfaces, cluster);

/** Asks the installer for the Seed's own entry, where the release can. */
export const separateSeedFlag = (read: Reader, cluster: string): string | false =>
  ownEntry(read, cluster) && releaseIn(read).separateSeedFlag && "--separate-seed";

/** Whether the installer's stack for Seeds is run: for MinIO, or for an entry that it brings. It wants keys of MinIO in either case. */
export const runsSeedStack = (read: Reader, cluster: string): boolean =>
  read.answer(storage.cluster.backupTarget, cluster) === "minio" || separateSeedFlag(read, cluster) !== false;
