import { host, urlPath, yesNo } from "../answers/kinds.ts";
import { httpsPortOf } from "../answers/port-of-server.ts";

const SECTION = "ACME server";

/** Questions of ACME servers that the customer runs, by HTTP-01 and by DNS-01 alike. */
export const acmeQuestions = {
  acmeHost: host({
    section: SECTION,
    label: "Which host serves the ACME directory?",
    short: "Address of the ACME server",
    help: "cert-manager orders and renews every certificate there.",
    example: "acme.example.com",
    source: "cert-manager.acme",
    team: "pki",
    server: { title: "ACME server", dialledBy: ["platform"] },
  }),
  acmePort: httpsPortOf({ section: SECTION, title: "the ACME server", source: "cert-manager.acme", team: "pki" }),
  acmePath: urlPath({
    section: SECTION,
    label: "Which path has the directory on that host?",
    short: "Path of the ACME directory",
    help: "With its first slash, as the server's own documentation says it.",
    example: "/acme/acme/directory",
    source: "cert-manager.acme",
    team: "pki",
  }),
  acmeBinding: yesNo(
    { yes: "Yes, by an account made beforehand", no: "No" },
    {
      section: SECTION,
      label: "Does the server take orders of known accounts only?",
      short: "External account binding",
      help: "External account binding: a key id, and a key that goes into the secret store.",
      source: "cert-manager.acme",
      team: "pki",
    },
  ),
};

export const ACME_FIELDS = [
  { field: "spec.acme.server", value: "https://{acmeHost}:{acmePort}{acmePath}", why: "cert-manager would order from nobody without it." },
  { field: "spec.acme.privateKeySecretRef.name", value: "acme-account-key", why: "cert-manager makes the key of its account itself and keeps it there." },
] as const;

export const ACME_PREPARE = [
  { id: "acme-server", title: "ACME server {acmeHost} signs names below the base domain", team: "pki", why: "cert-manager orders every certificate from it, at the installation and at every renewal.", verify: "`curl https://{acmeHost}:{acmePort}{acmePath}` prints the directory with newOrder and newAccount" },
] as const;
