import { formatCount, formatFigure } from "../../values/figures.ts";
import type { HubPods } from "../workloads/hub-pods.ts";

/** What Envoy pods of all tenants need on the workers of KubeLB: "120 Envoy pods, 24 CPU and 30 GiB". */
export const roomOf = ({ pods, cpu, memory }: HubPods): string => `${formatCount(pods, "Envoy pod")}, ${formatFigure(cpu)} CPU and ${formatFigure(memory)} GiB`;
