import { fact, type Fact } from "./fact.ts";

export const internetFacts = {
  noProxyBase: fact<readonly string[]>({
    id: "internet.no-proxy-base",
    statement: "KKP adds 127.0.0.1/8, localhost, .local, .local., kubernetes, .default and .svc to NO_PROXY of the master's components and of a Seed's own controllers, and of nothing else.",
    value: ["127.0.0.1/8", "localhost", ".local", ".local.", "kubernetes", ".default", ".svc"],
    certainty: "sourced",
    sources: ["kkp.code.operator-proxy", "kkp.http-proxy"],
  }),
  onInternet: fact<readonly string[]>({
    id: "internet.public-services",
    statement: "GitHub, GitLab.com, Bitbucket Cloud, Google's storage and S3 of AWS answer below names of their own on the internet; a private endpoint of AWS has vpce in its name.",
    value: ["github.com", "gitlab.com", "bitbucket.org", "storage.googleapis.com", "amazonaws.com"],
    certainty: "sourced",
    sources: ["kkp.proxy-allow-list", "github.hosts", "gitlab.settings", "dex.bitbucket", "aws.s3-endpoints"],
  }),
  redirected: fact<readonly string[]>({
    id: "internet.redirected-hosts",
    statement: "Nodes fetch kubelet, kubeadm, kubectl, CNI plugins and crictl from dl.k8s.io and github.com; offline, DNS inside leads both names to the mirror, which needs a certificate for them.",
    value: ["dl.k8s.io", "github.com"],
    certainty: "derived",
    sources: ["kkp.offline"],
  }),
  imageCount: fact({
    id: "internet.image-count",
    statement: "A sample run of mirror-images in the documentation lists 215 images; the number differs with release and settings, and no size of the whole is published.",
    value: 215,
    certainty: "unconfirmed",
    sources: ["kkp.offline"],
  }),
  mirrorHttps: fact({
    id: "internet.mirror-ports",
    statement: "The mirror of binaries answers on TCP 443, because it stands in for HTTPS hosts.",
    value: "443",
    certainty: "derived",
    sources: ["kkp.offline"],
  }),
  packagePorts: fact({
    id: "internet.package-ports",
    statement: "Mirrors of packages answer on the ports of https and http, TCP 443 or 80.",
    value: "443, 80",
    certainty: "standard",
    sources: ["rfc.9110"],
  }),
} as const;

export const internetFactList: readonly Fact<unknown>[] = Object.values(internetFacts);
