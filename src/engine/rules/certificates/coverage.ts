import { project } from "../../answers/chapters/project.ts";
import { rule } from "../../kernel/rule.ts";
import type { CertificateRequest, CoverageRow, ServedHost } from "../../plan/plan.ts";
import { certificateNameCovers } from "../../values/hostname.ts";
import { certificateRequest } from "./requests.ts";
import { servedHosts } from "./hosts.ts";

/** Proof for every host of a cluster. */
export const coverage = rule<readonly CoverageRow[]>({
  id: "certificates.coverage",
  title: "Proof that every host is covered",
  per: "cluster",
  sources: ["rfc.9525"],
  derive: (read, cluster) => {
    const request = read.rule(certificateRequest, cluster);
    const domain = read.answer(project.plan.domain);
    return read.rule(servedHosts, cluster).map((host) => ({ ...proofFor(host, request, domain), from: read.cell }));
  },
});

/** Which name of a request covers a host, and whether the wildcard of the base domain alone would. */
export function proofFor(host: ServedHost, request: Pick<CertificateRequest, "id" | "names">, domain: string): Omit<CoverageRow, "from"> {
  const wildcard = `*.${domain}`;
  const match = request.names.find((name) => certificateNameCovers(name, host.name));
  const byPlatformWildcard = certificateNameCovers(wildcard, host.name);
  return {
    id: host.id.replace("host.", "coverage."),
    host: host.name,
    ...(match === undefined ? {} : { coveredBy: request.id, match }),
    byPlatformWildcard,
    why: byPlatformWildcard
      ? `${host.name} is exactly one label below ${domain}, so ${wildcard} stands for it too.`
      : host.name === domain
        ? `${wildcard} alone would leave ${domain} itself uncovered: the wildcard stands for one label, never for none.`
        : `${wildcard} alone would leave ${host.name} uncovered: it is two labels below ${domain}, and a wildcard stands for one.`,
  };
}
