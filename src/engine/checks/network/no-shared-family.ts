import { families } from "../../answers/chapters/families.ts";
import { check } from "../../kernel/check.ts";
import { connections } from "../../rules/firewall/connections.ts";
import { showsOnly } from "../../rules/firewall/shared-family.ts";
import { formatCount } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";

/** Ends that must talk and have addresses of different IP versions alone. */
export const noSharedFamily = check({
  id: "network.no-shared-family",
  title: "The two ends of each firewall row share an IP version",
  severity: "warning",
  per: "plan",
  sources: ["rfc.4213"],
  examine: (read, _subject, report) => {
    const { shown, apart } = read.rule(connections);
    const ends = new Map(shown.map((end) => [end.id, end]));
    if (apart.length === 0) return;
    for (const { id, title } of shown.filter((end) => showsOnly(6, end))) {
      const rows = apart.filter(({ source, destination }) => source === id || destination === id);
      if (rows.length === 0) continue;
      const others = [...new Set(rows.map(({ source, destination }) => (source === id ? destination : source)))].map((other) => ends.get(other)?.title ?? other);
      report({
        key: id,
        title: `${title}: IPv6 alone, and ${listed(others)} with IPv4 alone`,
        message: `${formatCount(rows.length, "firewall row")} between them ${rows.length === 1 ? "pairs" : "pair"} an IPv6 address with an IPv4 one, and no packet goes from the one to the other unless something translates in between.`,
        remedy: "Name an IPv4 address for the former, or give the latter IPv6 networks as well.",
        answers: [read.path(families.plan.ipFamily)],
      });
    }
  },
});
