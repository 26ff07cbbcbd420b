import { host, text } from "../answers/kinds.ts";
import type { Issuer } from "./issuer.ts";

export const externalIssuer = {
  id: "external",
  title: "Another issuer by a plug-in of cert-manager",
  help: "step-ca, AWS Private CA, Google CA Service, EJBCA, Active Directory and others bring issuers of their own.",
  authority: "your CA service",
  method: "issuer by a plug-in",
  by: "cert-manager",
  onInternet: false,
  trust: "either",
  foreignKind: true,
  endpoint: { title: "CA service", addressQuestion: "externalCaHost", port: 443 },
  decision: "Your CA service signs {names} for cert-manager by a plug-in, and cert-manager renews by itself.",
  onUpgrade: "The plug-in and its issuer stay as they are; look whether they know the new cert-manager.",
  fields: [{ field: "a kind of the plug-in {externalIssuerKind}, named like the ClusterIssuer", value: "https://{externalCaHost}", why: "KKP's field certificateIssuer takes kinds Issuer and ClusterIssuer only; have the plug-in offer one of them, or request each Certificate by hand." }],
  account: { title: "Account of cert-manager at the CA service", permissions: ["Request certificates for names below the base domain"], fields: ["what the plug-in asks for"], team: "pki", why: "The plug-in logs in with it at every renewal." },
  prepare: [
    { id: "plug-in", forEachRelease: true, title: "Plug-in {externalIssuerKind} for the cert-manager that comes with KKP", team: "platform", why: "cert-manager knows this CA service only by it; the installer does not bring it.", verify: "Its project names the cert-manager of this release as one that it works with, and its chart and values lie in the repository; once it runs, `kubectl get crd` shows its kinds" },
  ],
  questions: {
    externalCaHost: host({
      section: "CA service",
      label: "Which host serves the CA service?",
      short: "Address of the CA service",
      help: "The plug-in connects to it at every renewal.",
      example: "ca.example.com",
      source: "cert-manager.external",
      team: "pki",
      server: { title: "CA service", dialledBy: ["platform"] },
    }),
    externalIssuerKind: text({
      section: "CA service",
      label: "Which plug-in of cert-manager is used?",
      short: "Plug-in of cert-manager",
      help: "Its name as its project calls it.",
      example: "step-issuer",
      source: "cert-manager.external",
      team: "platform",
    }),
  },
  sources: ["cert-manager.external"],
} as const satisfies Issuer;
