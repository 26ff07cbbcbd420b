import { host } from "../answers/kinds.ts";
import type { DnsService } from "./dns-service.ts";

/** The webhook that external-dns lists for Infoblox. */
const RECORDS_IMAGE = "ghcr.io/absaoss/external-dns-infoblox-webhook";

export const infoblox = {
  id: "infoblox",
  title: "Infoblox",
  help: "By the WAPI of your grid; both cert-manager and external-dns need a webhook for it.",
  apiHosts: [],
  endpoint: { title: "Infoblox WAPI", addressQuestion: "infobloxHost", ports: "443", protocol: "TCP" },
  solver: {
    kind: "webhook",
    chart: { name: "cert-manager-webhook-infoblox-wapi", repository: "https://sarg3nt.github.io/cert-manager-webhook-infoblox-wapi", host: "sarg3nt.github.io", image: "ghcr.io/sarg3nt/cert-manager-webhook-infoblox-wapi", readsSecret: "infoblox-credentials" },
    fields: [
      { field: "dns01.webhook.solverName", value: "infoblox-wapi", why: "The webhook for Infoblox is a chart of its own beside cert-manager." },
      { field: "dns01.webhook.config.host", value: "{infobloxHost}", why: "Without it the webhook knows no grid." },
      {
        field: "dns01.webhook.config.sslVerify",
        value: "true",
        why: "Left out it is false, and the webhook hands the account of the grid to whoever answers under that name. With true the grid's certificate must come from an authority that browsers know: the image holds no other, and the chart mounts none.",
      },
      { field: "dns01.webhook.config.view", value: "<fill-in: DNS view of the zone, from the DNS team>", why: "The challenge must stand in the view that the authority asks." },
      { field: "dns01.webhook.config.usernameSecretRef and passwordSecretRef", value: "infoblox-credentials, keys username and password", why: "They refer to the account of the grid in a Secret of the namespace cert-manager, never to its password." },
    ],
    secret: { name: "infoblox-credentials", keys: { username: "the name of the account", password: "its password" } },
  },
  externalDns: {
    provider: "webhook",
    kind: "webhook",
    image: RECORDS_IMAGE,
    fields: [
      { field: "provider.webhook.image.repository", value: RECORDS_IMAGE, why: "The chart names no image of a webhook by itself. This one writes A, CNAME and TXT records; its documentation says nothing of AAAA." },
      { field: "provider.webhook.image.tag", value: "<fill-in: release that was tested>", why: "The chart knows no tag of it either." },
      { field: "provider.webhook.env: INFOBLOX_HOST", value: "{infobloxHost}", why: "Left out it is localhost. The certificate that the grid shows for it is checked; SSL_CERT_FILE says against which authorities." },
      { field: "provider.webhook.env: INFOBLOX_VERSION", value: "<fill-in: version of the WAPI, from the DNS team>", why: "The webhook does not start without it." },
      { field: "provider.webhook.env: INFOBLOX_VIEW", value: "<fill-in: DNS view of the zone, from the DNS team>", why: "Left out it is the view called default." },
      { field: "provider.webhook.env: INFOBLOX_WAPI_USER and INFOBLOX_WAPI_PASSWORD", value: "valueFrom.secretKeyRef: infoblox-credentials, keys username and password", why: "They refer to the account of the grid in a Secret of the namespace external-dns, never to its password." },
      { field: "provider.webhook.env: SSL_CERT_FILE", value: "/etc/grid-root/ca.crt, where a root of your own signs for the grid", why: "The image holds the authorities that browsers know, and a program in Go trusts those of this file in their place. Where one of them signs for the grid, this field and the next are left out; INFOBLOX_SSL_VERIFY false would hand the account to whoever answers under its name." },
      { field: "extraVolumes and provider.webhook.extraVolumeMounts", value: "ConfigMap grid-root of the namespace external-dns, mounted as /etc/grid-root, under the same condition", why: "`kubectl -n external-dns create configmap grid-root --from-file=ca.crt` makes it of the root that whoever runs the grid hands out; the pod waits until it is there." },
    ],
    secret: { name: "infoblox-credentials", keys: { username: "the name of the account", password: "its password" } },
    root: { configMap: "grid-root", signsFor: "the grid" },
    sources: ["external-dns.infoblox", "external-dns.chart"],
  },
  credential: { title: "Account of the Infoblox grid", fields: ["username", "password"] },
  questions: {
    infobloxHost: host({
      section: "Infoblox",
      label: "Under which name or address is the grid master reached?",
      short: "Address of the Infoblox grid",
      help: "cert-manager and external-dns connect to its WAPI on TCP 443.",
      example: "infoblox.example.com",
      source: "external-dns.providers",
      team: "dns",
      server: { title: "Infoblox grid", dialledBy: ["platform"] },
    }),
  },
  sources: ["infoblox.webhook", "external-dns.infoblox", "infoblox.client", "go.roots", "external-dns.chart", "external-dns.providers", "cert-manager.dns01"],
} as const satisfies DnsService;
