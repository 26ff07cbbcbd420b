import { access } from "../../answers/chapters/access.ts";
import { families } from "../../answers/chapters/families.ts";
import { check } from "../../kernel/check.ts";
import { platformDual } from "../../rules/basics/families.ts";
import { rowsFrom } from "../../rules/basics/rows-from.ts";
import { dnsRules } from "../../rules/dns/index.ts";
import { comeBesideUsers, publicUserNetworks } from "../../rules/firewall/forwarding.ts";
import { parseBlock } from "../../values/range.ts";
import { formatCount } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";

/** Users who find the platform over IPv6, and are let in over IPv4 alone. */
export const usersWithoutIpv6 = check({
  id: "network.users-without-ipv6",
  title: "Users are let in over each IP version that the internet finds the platform at",
  severity: "advice",
  per: "plan",
  sources: ["rfc.8305"],
  examine: (read, _plan, report) => {
    if (!platformDual(read)) return;
    const networks = publicUserNetworks(read);
    // People on the internet have rows of their own there, in both versions.
    if (!networks || comeBesideUsers(read)) return;
    const { all, onInternet } = networks;
    const fromInternet = onInternet.length > 0;
    if ((fromInternet ? onInternet : all).some((text) => parseBlock(text)?.family === 6)) return;
    const shown = rowsFrom(read, dnsRules).rows.filter(({ type, seenBy }) => type === "AAAA" && seenBy.kind === "known" && seenBy.value !== "your networks");
    const [first] = shown;
    if (!first) return;
    report({
      title: `${first.name} shows the internet an IPv6 address, and users are let in over IPv4 alone`,
      message: `${shown.length === 1 ? "It has an AAAA record" : `The internet sees ${formatCount(shown.length, "AAAA record")} of the platform`}. Users are let in from ${listed(all)} only, no ${fromInternet ? "public " : ""}network of IPv6 among them. A machine with both IP versions dials IPv6 first: no firewall row lets it in, and each connection waits for the second attempt over IPv4, or fails where a program makes none.`,
      remedy: `Name the ${fromInternet ? "public " : ""}IPv6 networks of users as well, those of offices and VPN, or let the platform answer in IPv4 alone.`,
      answers: [read.path(access.plan.userNetworks), read.path(families.plan.platformFamily)],
    });
  },
});
