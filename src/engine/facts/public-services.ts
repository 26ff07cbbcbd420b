import { fact, type Fact } from "./fact.ts";

/** Services of one kind that everybody uses on the internet. */
interface PublicNames {
  /** Their names, and whatever lies below. */
  readonly names: readonly string[];
  /** What the name of a private endpoint has in it. */
  readonly inside?: readonly string[];
}

/** Services that everybody uses on the internet, by what they are, so that what rests on one cites its own kind alone. */
export const publicServices: readonly Fact<PublicNames>[] = [
  fact({
    id: "internet.public-git",
    statement: "Git at GitHub, GitLab.com, Bitbucket Cloud and Azure DevOps answers below names of their own.",
    value: { names: ["github.com", "gitlab.com", "bitbucket.org", "dev.azure.com", "visualstudio.com"] },
    certainty: "sourced",
    sources: ["kkp.proxy-allow-list", "github.hosts", "gitlab.settings", "dex.bitbucket", "azure.devops-hosts"],
  }),
  fact({
    id: "internet.public-stores",
    statement:
      "Object stores of AWS, Google, Azure, Cloudflare, DigitalOcean, Hetzner, Backblaze, Wasabi, Scaleway, Linode, Vultr and Alibaba answer below names of their own. A private endpoint of AWS has vpce in its name, one of Azure privatelink, one of Alibaba -internal.",
    value: {
      names: [
        "amazonaws.com", "storage.googleapis.com", "core.windows.net", "r2.cloudflarestorage.com", "digitaloceanspaces.com", "your-objectstorage.com", "backblazeb2.com", "wasabisys.com",
        "scw.cloud", "linodeobjects.com", "vultrobjects.com", "aliyuncs.com",
      ],
      inside: [".vpce.", ".privatelink.", "-internal."],
    },
    certainty: "sourced",
    sources: [
      "aws.s3-endpoints", "gcp.storage-hosts", "azure.storage-hosts", "cloudflare.r2", "digitalocean.spaces", "hetzner.object-storage", "backblaze.s3", "wasabi.urls",
      "s3scanner.endpoints", "alibaba.oss",
    ],
  }),
  fact({
    id: "internet.public-logins",
    statement: "Logins at Okta, Auth0, Microsoft Entra, Google and Cloud-IAM answer below names of their own.",
    value: { names: ["okta.com", "oktapreview.com", "okta-emea.com", "auth0.com", "login.microsoftonline.com", "sts.windows.net", "accounts.google.com", "cloud-iam.com"] },
    certainty: "sourced",
    sources: ["okta.domains", "auth0.domains", "dex.microsoft", "entra.issuers", "dex.google", "cloud-iam.domains"],
  }),
  fact({
    id: "internet.public-issuers",
    statement: "GitHub Actions, Buildkite, CircleCI and Codefresh sign tokens of their jobs under names of their own, and managed clusters of Azure and Google those of their pods.",
    value: { names: ["token.actions.githubusercontent.com", "agent.buildkite.com", "oidc.circleci.com", "oidc.codefresh.io", "container.googleapis.com", "prod-aks.azure.com"] },
    certainty: "sourced",
    sources: ["fulcio.issuers"],
  }),
  fact({
    id: "internet.public-acme",
    statement: "ACME servers of Let's Encrypt, Google, Sectigo, ZeroSSL, SSL.com, DigiCert, GlobalSign, Actalis, FreeSSL and AWS answer below names of their own.",
    value: { names: ["letsencrypt.org", "pki.goog", "sectigo.com", "zerossl.com", "ssl.com", "digicert.com", "globalsign.com", "actalis.com", "freessl.cn", "api.aws"] },
    certainty: "sourced",
    sources: ["lego.ca-servers", "aws.acme"],
  }),
];
