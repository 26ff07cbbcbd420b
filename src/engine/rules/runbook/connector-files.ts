import { rule } from "../../kernel/rule.ts";
import { masterCluster } from "../basics/platform.ts";
import { connectorFiles } from "../identity/dex-files.ts";
import { secretNames } from "../access/secret-names.ts";
import { rootsOfDex } from "../identity/source-root.ts";
import { applied, atCluster, namespaced, type StepRule } from "./step.ts";

/** Puts the files of connectors where Dex mounts them. */
export const connectorFileStep: StepRule = rule({
  id: "runbook.connector-files",
  title: "Step: files of connectors",
  per: "plan",
  sources: ["dex.connectors", "dex.chart"],
  derive: (read) => {
    const { namespace } = rootsOfDex;
    return read.rule(connectorFiles).map(({ connector, file: { kind, name, key, holds } }) => {
      const secret = kind === "Secret";
      const from = `${name}-${key}`;
      return {
        id: `step.connector-file-${connector.id}`,
        title: `Hand ${key} of “${connector.title}” to Dex`,
        text: secret ? `${from} is ${holds}, the value of ${secretNames.connectorFile(connector.id)} and nothing else; it is deleted afterwards.` : `${from} holds ${holds}, from the team that runs it.`,
        commands: [
          atCluster(read, read.rule(masterCluster)),
          namespaced(namespace),
          applied(`kubectl -n ${namespace} create ${secret ? "secret generic" : "configmap"} ${name} --from-file=${key}=${from}`),
          ...(secret ? [`rm ${from}`] : []),
        ],
        from: read.cell,
        why: `Dex mounts this ${kind} and does not start without it, so it comes before the installer is run.`,
      };
    });
  },
});
