import type { Release } from "../../releases/release.ts";

const minorOf = (version: string): number => Number(version.split(".")[1] ?? Number.NaN);

/** Whether a release offers a Kubernetes minor version; `older` and `newer` lie outside of what any release offers. */
export const offers = ({ oldest, newest }: Release["kubernetes"], version: string): boolean => minorOf(oldest) <= minorOf(version) && minorOf(version) <= minorOf(newest);

/** Whether a version is older than another; `older` is older than all. */
export const isBelow = (version: string, other: string): boolean => version === "older" || minorOf(version) < minorOf(other);
