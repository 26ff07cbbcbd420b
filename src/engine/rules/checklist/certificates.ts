import { formatCount } from "../../values/figures.ts";
import { clusterName } from "../basics/platform.ts";
import { requestRules } from "../certificates/index.ts";
import { itemsFor } from "./item.ts";

/** What each way of issuance needs before the installation. */
export const certificateItems = requestRules.map((source) =>
  itemsFor(source, ({ names, cluster, issuance }, read) => {
    const count = formatCount(names.length, "name");
    const name = clusterName(read, cluster);
    if (issuance === "dns01") return undefined;
    if (issuance === "http01") {
      return {
        title: `TCP 80 from the internet to the entry of ${name}`,
        team: "security",
        chapter: "certificates",
        verify: names.length === 1 ? `From outside, curl -I http://${names.join()} gets an answer` : `From outside, curl -I of http:// with each of ${names.join(", ")} gets an answer`,
        why: `Let's Encrypt proves ${count} by it, at the first issue and at every renewal.`,
        after: ["records"],
      };
    }
    return {
      title: `Certificate with ${count} for ${name}, and the CA it is signed by`,
      team: "pki",
      chapter: "certificates",
      verify: `openssl x509 -in tls.crt -noout -ext subjectAltName lists ${names.join(", ")}; openssl verify accepts it with the CA file`,
      why: `Browsers and the API of ${name} check these names; the key goes into the secret store and never into the repository.`,
    };
  }),
);
