import type { SourceId } from "../kernel/outcome.ts";
import { integer } from "./kinds.ts";
import type { QuestionDefinition } from "./question.ts";

/** What tells the question for the port of one server from those of others. */
export interface PortOfServer extends Pick<QuestionDefinition<number>, "section" | "team" | "asked"> {
  /** What sentences call the server. */
  readonly title: string;
  readonly port: number;
  /** Why this port stands in until somebody says another, as a sentence. */
  readonly sentence: string;
  readonly help: string;
  readonly source: SourceId;
}

/** The question on which port a server of the customer answers; the usual one stands in as an assumption. */
export const portOfServer = ({ section, title, port, sentence, help, source, team, asked }: PortOfServer): QuestionDefinition<number> =>
  integer({ min: 1, max: 65535 }, {
    section,
    label: `On which TCP port does ${title} answer?`,
    short: `Port of ${title}`,
    help,
    example: String(port),
    source,
    team,
    productDefault: { value: port, sentence, source },
    ...(asked ? { asked } : {}),
  });

/** The port of a server that is asked by an HTTPS URL. */
export const httpsPortOf = ({ listens, ...rest }: Omit<PortOfServer, "port" | "sentence" | "help"> & { readonly listens?: string }): QuestionDefinition<number> =>
  portOfServer({
    ...rest,
    port: 443,
    sentence: `An HTTPS URL of ${rest.title} that names no port leads to TCP 443.`,
    help: `The firewall opens it.${listens === undefined ? "" : ` ${listens} by itself; 443 where a proxy stands before it.`}`,
  });

/** The port of an S3 of the customer. */
export const portOfStore = (store: Omit<PortOfServer, "port" | "sentence" | "help" | "team">): QuestionDefinition<number> =>
  httpsPortOf({ ...store, team: "storage", listens: "MinIO listens on 9000 and the gateway of Ceph on 7480" });
