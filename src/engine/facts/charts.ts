import { fact, type Fact } from "./fact.ts";

/** Versions of charts that no release of KKP brings, by the name of the chart. */
const chart = (name: string, value: string, statement: string, sources: Fact<string>["sources"]): Fact<string> => fact({ id: `charts.${name}`, statement, value, certainty: "planning", sources });

export const publicCharts: Readonly<Record<string, Fact<string>>> = {
  metallb: chart(
    "metallb",
    "0.16.1",
    "MetalLB is installed in version 0.16.1, whose ports this plan names. KKP names none for platform clusters; its catalogue for user clusters ends at 0.14.9 up to KKP 2.30 and at 0.15.3 in 2.31.",
    ["metallb.release-notes", "kkp.code.metallb-application"],
  ),
  "external-dns": chart("external-dns", "1.21.1", "external-dns is installed by version 1.21.1 of its chart, which brings external-dns 0.21.0; KKP names none.", ["external-dns.code.chart-version"]),
};

/** All of them, for the register. */
export const chartFacts: readonly Fact<string>[] = Object.values(publicCharts);
