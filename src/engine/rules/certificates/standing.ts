import type { Reader } from "../../kernel/rule.ts";
import { replacedAt, runsAlready } from "../basics/platform.ts";

/** Whether the Secrets of a cluster's entry hold their certificates already: an upgrade that keeps the entry asks for none. */
export const certificatesStand = (read: Reader, cluster: string): boolean => runsAlready(read) && replacedAt(read, cluster) === undefined;
