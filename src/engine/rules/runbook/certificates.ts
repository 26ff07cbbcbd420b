import { rule, type Reader } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { clusterName, masterCluster, release } from "../basics/platform.ts";
import { issuer } from "../certificates/issuer.ts";
import { certificateRequest } from "../certificates/requests.ts";
import { folderOf, atCluster, type Step, type StepRule } from "./step.ts";

/** Secrets of a certificate that the customer's PKI signed; before the entry asks for them. */
export const suppliedCertificates: StepRule = rule({
  id: "runbook.supplied-certificates",
  title: "Step: supplied certificate",
  per: "cluster",
  sources: ["kkp.certificates"],
  derive: (read, cluster) => {
    const { names, secrets } = read.rule(certificateRequest, cluster);
    if (read.rule(issuer).by !== "hand") return read.notApplicable("cert-manager writes the Secrets.");
    const folder = folderOf(read, cluster);
    const name = clusterName(read, cluster);
    const namespaces = [...new Set(secrets.map(({ namespace }) => namespace))].map(quote);
    const single = read.rule(release).entry.suppliedCertificate === "single";
    const gateway = single && read.optionalRule(masterCluster) === cluster;
    return [
      {
        id: `step.supplied-certificates[${cluster}]`,
        title: `Enter the certificate of ${name}`,
        text: `tls.crt holds the certificate with its intermediates, tls.key its key from the secret store; delete both files afterwards.${gateway ? " kubermatic.yaml names the Secret under spec.ingress.gateway.tls.secretRef and leaves certificateIssuer out." : ""}`,
        commands: [
          atCluster(read, cluster),
          `openssl x509 -in ${folder}/tls.crt -noout -ext subjectAltName`,
          ...namespaces.map((namespace) => `kubectl create namespace ${namespace} --dry-run=client -o yaml | kubectl apply -f -`),
          ...secrets.map(
            ({ namespace, name: secret }) =>
              `kubectl -n ${quote(namespace)} create secret tls ${quote(secret)} --cert=${folder}/tls.crt --key=${folder}/tls.key --dry-run=client -o yaml | kubectl apply -f -`,
          ),
          `rm ${folder}/tls.crt ${folder}/tls.key`,
        ],
        from: read.cell,
        why: `${secrets.length === 1 ? "One Secret serves" : `${secrets.length} Secrets serve`} ${names.join(", ")}.`,
      },
    ];
  },
});

/** Issuer of cert-manager on a cluster, once its names resolve. */
function issuerStep(read: Reader, cluster: string): readonly Step[] {
  const { names, issuer: authority } = read.rule(certificateRequest, cluster);
  const { by, challenge, rateLimited, method, fields } = read.rule(issuer);
  if (by === "hand") return read.notApplicable("The certificate is supplied.");
  const name = clusterName(read, cluster);
  const [first = ""] = names;
  const solver = challenge === "http01" ? `an HTTP-01 solver for ${read.rule(release).entry.title}` : challenge === "dns01" ? "the DNS-01 solver with the account of the zone" : `the fields of the table: ${fields.map(({ field }) => field).join(", ")}`;
  const begin = rateLimited ? `Start with the staging directory of ${authority} and change to the real one when the first certificate is there.` : `Secrets that it refers to are in the namespace cert-manager before it is applied.`;
  const limits = rateLimited ? `${authority} limits failed attempts. ` : "";
  return [
    {
      id: `step.issuer[${cluster}]`,
      title: rateLimited ? `Let cert-manager ask for certificates on ${name}` : `Let cert-manager get certificates on ${name} (${method})`,
      text: `clusterissuer.yaml names ${solver}. ${begin}`,
      commands: [atCluster(read, cluster), `kubectl apply -f ${folderOf(read, cluster)}/clusterissuer.yaml`, "kubectl get certificates --all-namespaces"],
      from: read.cell,
      why: `${limits}${names.length === 1 ? `Go on when ${first} is ready.` : `${first} comes first; the names of interfaces follow with their installation.`}`,
    },
  ];
}

/** Issuer on the master, before anybody logs in. */
export const masterIssuer: StepRule = rule({
  id: "runbook.issuer",
  title: "Step: certificate issuer",
  per: "plan",
  sources: ["cert-manager.http01", "cert-manager.dns01"],
  derive: (read) => issuerStep(read, read.rule(masterCluster)),
});

/** Issuer on a Seed apart from the master, once the names below it resolve. */
export const seedIssuer: StepRule = rule({
  id: "runbook.seed-issuer",
  title: "Step: certificate issuer of the Seed",
  per: "cluster",
  sources: ["cert-manager.http01", "cert-manager.dns01"],
  derive: (read, cluster) => {
    if (read.rule(masterCluster) === cluster) return read.notApplicable("The master has an issuer already.");
    return issuerStep(read, cluster);
  },
});
