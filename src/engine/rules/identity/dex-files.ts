import { project } from "../../answers/chapters/project.ts";
import type { ConnectorFile } from "../../connectors/connector.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { connectorsInUse, titlesOf, type ChosenConnector } from "./connectors.ts";
import { readsGroups } from "./reads-groups.ts";
import { rootsOfDex, sourcesOfDex } from "./source-root.ts";

/** A connector with the file that Dex reads for it, and where Dex finds it. */
export interface FileOfConnector {
  readonly connector: ChosenConnector;
  readonly file: ConnectorFile;
  readonly mountedAt: string;
}

/** A file that is mounted into Dex. */
export interface MountedFile extends Pick<ConnectorFile, "kind" | "name" | "key"> {
  readonly mountedAt: string;
  /** What Dex does with it, as a sentence. */
  readonly why: string;
}

/** Files that connectors name by a field of theirs. */
export const connectorFiles = rule<readonly FileOfConnector[]>({
  id: "identity.connector-files",
  title: "Files of connectors",
  per: "plan",
  sources: ["dex.connectors"],
  derive: (read) => {
    const sources = read.rule(connectorsInUse);
    if (sources.some(({ issuer }) => issuer)) return read.notApplicable("An issuer of yours takes the place of Dex.");
    const files = sources.flatMap((connector): readonly FileOfConnector[] => {
      const { file } = connector;
      if (!file) return [];
      if (file.forGroups) {
        read.need([project.plan.edition]);
        if (!readsGroups(read)) return [];
      }
      read.cite(...connector.sources);
      return [{ connector, file, mountedAt: `/etc/connectors/${file.name}/${file.key}` }];
    });
    return files.length > 0 ? files : read.notApplicable(`${titlesOf(sources)}: no connector reads a file.`);
  },
});

/** All files that Dex mounts beside what its chart mounts. */
export function mountedInDex(read: Reader): readonly MountedFile[] {
  const roots = sourcesOfDex(read);
  const { configMap, key, mountedAt } = rootsOfDex;
  return [
    ...(roots.length === 0 ? [] : [{ kind: "ConfigMap" as const, name: configMap, key, mountedAt, why: `Dex asks “${titlesOf(roots)}” over HTTPS and trusts the roots of its image alone.` }]),
    ...(read.optionalRule(connectorFiles) ?? []).map(({ connector, file: { kind, name, key: under, field }, mountedAt: path }) => ({ kind, name, key: under, mountedAt: path, why: `The connector “${connector.title}” names its file by ${field}.` })),
  ];
}

/** Objects in the namespace of Dex that it does not start without, in words. */
export const inWords = (files: readonly MountedFile[]): string => listed(files.map(({ kind, name, key, mountedAt }) => `${key} of the ${kind} ${name} as ${mountedAt}`));
