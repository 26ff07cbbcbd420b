import { rule } from "../../kernel/rule.ts";
import { installedRelease, masterCluster, replacedEntry } from "../basics/platform.ts";
import { silencing } from "../basics/telemetry.ts";
import { callbackProxy } from "../identity/callback-proxy.ts";
import { rootsOfDex } from "../identity/source-root.ts";
import { storageFlag } from "./master.ts";
import { atCluster, deploy, gatewayFlag, type StepRule } from "./step.ts";

/** Puts the proxy before the callback of Dex, and the connector that believes it only then. */
export const callbackProxyStep: StepRule = rule({
  id: "runbook.callback-proxy",
  title: "Step: proxy before Dex",
  per: "plan",
  sources: ["dex.authproxy", "dex.code.callback"],
  derive: (read) => {
    const { connector, name, path, header, route, domain } = read.rule(callbackProxy);
    const { namespace } = rootsOfDex;
    const upgrade = read.optionalRule(installedRelease) !== undefined;
    if (upgrade && !read.optionalRule(replacedEntry)) return read.notApplicable("The proxy stands before Dex already.");
    const cluster = read.rule(masterCluster);
    const shown = header.kind === "known" ? header.value : "the header";
    const tried = `Once names lead to the entry, a request to https://${domain}${path} with ${shown} set by hand comes back from the proxy and never from Dex.`;
    return [
      {
        id: "step.callback-proxy",
        title: `Lead the callback of Dex through the proxy`,
        text: `${name}.yaml holds ${upgrade ? `the ${route}` : `the proxy, its Service and the ${route}`} of the login settings. ${upgrade ? "The entry that goes leads there by a route of its own; let nobody dial the new one before this step." : `Until it is there values.yaml leaves the connector “${connector.title}” out; enter it after the first command, and run the installer again.`} ${tried}`,
        commands: [
          atCluster(read, cluster),
          `kubectl -n ${namespace} apply -f ${name}.yaml`,
          `kubectl -n ${namespace} get service,${route.toLowerCase()} ${name}`,
          ...(upgrade ? [] : [deploy("kubermatic-master", "values.yaml", [storageFlag(read, cluster), gatewayFlag(read), ...silencing(read)])]),
        ],
        from: read.cell,
        why: "Dex checks no header: whoever reached its callback past the proxy could log in as anybody, as an administrator too.",
      },
    ];
  },
});
