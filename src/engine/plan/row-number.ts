import type { Flow } from "./plan.ts";

/** Number of a firewall row as everybody writes it: that of its line in the overview, `7`, and its part of that line where there are several, `7.2`; empty where the overview has no line for it. */
export const rowNumber = ({ connection, part }: Pick<Flow, "connection" | "part">): string => (connection === undefined ? "" : part === undefined ? String(connection) : `${connection}.${part}`);
