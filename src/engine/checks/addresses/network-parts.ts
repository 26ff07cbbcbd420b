import type { Question } from "../../answers/question.ts";
import type { Check } from "../../kernel/check.ts";
import type { Reader } from "../../kernel/rule.ts";
import { contains, overlapOf, parseAny, parseRange } from "../../values/range.ts";

type ReportFault = Parameters<Check["examine"]>[2];

/** A network of machines with what must lie in it. */
interface Parts {
  readonly name: string;
  /** Whose network it is, as the end of a title. */
  readonly title: string;
  /** Who stands in it, as the beginning of a sentence. */
  readonly machines: string;
  readonly segment: string | undefined;
  readonly gateways: readonly string[];
  readonly dhcp: string | undefined;
  readonly questions: Readonly<Record<"segment" | "gateway" | "dhcp", Question<unknown>>>;
  readonly subject: string;
}

/** Gateways and a DHCP range that do not fit their network or each other. */
export function misfits(read: Reader, { name, title, machines, segment: text, gateways, dhcp, questions, subject }: Parts, report: ReportFault): void {
  const segment = text === undefined ? undefined : parseAny(text);
  const leases = dhcp === undefined ? undefined : parseRange(dhcp);
  const paths = { gateway: read.path(questions.gateway, subject), dhcp: read.path(questions.dhcp, subject), network: read.path(questions.segment, subject) };
  const keyOf = (key: string, gateway: string) => (gateways.length === 1 ? key : `${key}-${gateway}`);
  for (const [key, stated, what] of [...gateways.map((gateway) => ["gateway", gateway, "Gateway"] as const), ...(dhcp === undefined ? [] : [["dhcp", dhcp, "DHCP range"] as const])]) {
    const one = parseRange(stated);
    if (!segment || !one || contains(segment, one)) continue;
    report({
      key: key === "dhcp" ? key : keyOf(key, stated),
      title: `${what} ${stated} lies outside the ${title} of ${name}`,
      message: `${machines} stand in ${text ?? ""} and can use nothing outside it as ${key === "gateway" ? "their gateway" : "their address"}.`,
      remedy: `Correct the ${title} or this answer.`,
      answers: [paths[key], paths.network],
    });
  }
  for (const gateway of gateways) {
    const router = parseRange(gateway);
    if (!router || !leases || !overlapOf(router, leases)) continue;
    report({
      key: keyOf("gateway-in-dhcp", gateway),
      title: `Gateway ${gateway} lies inside the DHCP range of ${name}`,
      message: `${dhcp ?? ""} is leased out; a machine that gets the gateway's address cuts off its whole network.`,
      remedy: "Take the gateway out of the DHCP range.",
      answers: [paths.gateway, paths.dhcp],
    });
  }
}
