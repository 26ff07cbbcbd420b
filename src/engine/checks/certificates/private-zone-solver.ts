import { certificates } from "../../answers/chapters/certificates.ts";
import { dns } from "../../answers/chapters/dns.ts";
import { dnsServiceOf, serviceName } from "../../dns-services/registry.ts";
import { check } from "../../kernel/check.ts";
import { releaseIn } from "../../rules/basics/platform.ts";
import { issuer } from "../../rules/certificates/issuer.ts";

/** An ACME server inside that asks a private zone, of a kind to which the cert-manager of the release cannot write. */
export const privateZoneSolver = check({
  id: "certificates.private-zone-solver",
  title: "The solver of cert-manager can write to a private zone",
  severity: "blocker",
  also: ["warning"],
  per: "plan",
  sources: ["kkp.code.cert-manager-chart", "cert-manager.code.azuredns"],
  examine: (read, _plan, report) => {
    const { challenge, onInternet, authority } = read.rule(issuer);
    // That a zone which only the inside sees is not found from the internet is a fault of its own.
    if (challenge !== "dns01" || onInternet) return;
    const service = dnsServiceOf(read.answer(dns.plan.automation));
    const zone = read.answer(dns.plan.zone);
    const { id, solvesPrivateZones } = releaseIn(read);
    if (!service.solver?.privateZones || solvesPrivateZones || zone === "public") return;
    const split = zone === "split";
    const path = read.path(certificates.plan.issuance);
    report({
      severity: split ? "warning" : "blocker",
      title: `cert-manager of KKP ${id} cannot write to private zones of ${serviceName(service)}`,
      message: `Private zones of ${serviceName(service)} are a kind of their own, and the cert-manager that comes with KKP ${id} knows public ones alone. ${split ? `Where ${authority} asks the inner view, which is the private zone, it never finds a challenge.` : `The zone is resolved inside only, so there is no zone to which it could write a challenge for ${authority}.`}`,
      remedy: split ? `Let ${authority} ask the outer view, or let it prove names by HTTP-01, which needs no zone.` : `Let ${authority} prove names by HTTP-01, which needs no zone, or let your PKI supply the certificate.`,
      fixes: [
        { title: "Let your ACME server prove names by HTTP-01", set: [{ path, value: "acme-http01" }] },
        { title: "Let your PKI supply the certificate", set: [{ path, value: "supplied" }] },
      ],
      answers: [path, read.path(dns.plan.automation), read.path(dns.plan.zone)],
    });
  },
});
