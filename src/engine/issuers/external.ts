import { host, hostname, text } from "../answers/kinds.ts";
import { httpsPortOf } from "../answers/port-of-server.ts";
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
  endpoint: { title: "CA service", addressQuestion: "externalCaHost", portQuestion: "externalCaPort" },
  decision: "Your CA service signs {names} for cert-manager by a plug-in, and cert-manager renews by itself.",
  onUpgrade: "The plug-in and its issuer stay as they are; look whether they know the new cert-manager.",
  fields: [
    { field: "apiVersion and kind", value: "{externalIssuerGroup}, with the version that `kubectl api-resources` shows, and {externalIssuerObject}", why: "Whatever asks for a certificate names its issuer by group, kind and name." },
    { field: "address of the CA service, in the field that {externalIssuerKind} has for it", value: "https://{externalCaHost}:{externalCaPort}", why: "The plug-in sends every request there; its other fields are those that its project describes." },
    { field: "Secret with the credential, in the field that {externalIssuerKind} has for it", value: "issuer-credentials in the namespace cert-manager", why: "The plug-in signs in with it; the runbook makes the Secret before the issuer." },
  ],
  secret: { name: "issuer-credentials", asks: "the plug-in" },
  account: { title: "Account of cert-manager at the CA service", permissions: ["Request certificates for names below the base domain"], fields: ["what the plug-in asks for"], team: "pki", why: "The plug-in logs in with it at every renewal." },
  prepare: [
    { id: "plug-in", forEachRelease: true, inRepository: true, title: "Plug-in {externalIssuerKind} for the cert-manager that comes with KKP", team: "platform", why: "cert-manager knows this CA service only by it; the installer does not bring it.", verify: "Its project names the cert-manager of this release as one that it works with, and its chart and values lie in the repository; once it runs, `kubectl get crd` shows its kinds" },
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
    externalCaPort: httpsPortOf({ section: "CA service", title: "the CA service", source: "cert-manager.external", team: "pki" }),
    externalIssuerKind: text({
      section: "CA service",
      label: "Which plug-in of cert-manager is used?",
      short: "Plug-in of cert-manager",
      help: "Its name as its project calls it.",
      example: "step-issuer",
      source: "cert-manager.external",
      team: "platform",
    }),
    externalIssuerObject: text({
      section: "CA service",
      label: "Of which kind is the issuer that the plug-in brings?",
      short: "Kind of the plug-in's issuer",
      help: "The kind that serves all namespaces, where the plug-in has one; with one of a namespace, the same issuer stands in each that has certificates.",
      example: "StepClusterIssuer",
      source: "cert-manager.external",
      team: "platform",
    }),
    externalIssuerGroup: hostname({
      section: "CA service",
      label: "To which API group does that kind belong?",
      short: "API group of the plug-in's issuer",
      help: "What stands before the slash of apiVersion in the examples of its project.",
      example: "certmanager.step.sm",
      source: "cert-manager.external",
      team: "platform",
    }),
  },
  reference: { kind: "externalIssuerObject", group: "externalIssuerGroup" },
  sources: ["cert-manager.external"],
} as const satisfies Issuer;
