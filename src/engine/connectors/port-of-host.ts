import { integer } from "../answers/kinds.ts";
import type { QuestionDefinition } from "../answers/question.ts";
import type { SourceId } from "../kernel/outcome.ts";

/** What tells the question for the port of one host of a connector from those of others. */
interface PortOfHost {
  readonly section: string;
  /** What sentences call the host. */
  readonly title: string;
  readonly port: number;
  /** Why this port stands in until somebody says another, as a sentence. */
  readonly sentence: string;
  readonly help: string;
  readonly source: SourceId;
}

/** The question on which port a host of a connector answers; the usual one stands in as an assumption. */
export const portOfHost = ({ section, title, port, sentence, help, source }: PortOfHost): QuestionDefinition<number> =>
  integer({ min: 1, max: 65535 }, {
    section,
    label: `On which TCP port does ${title} answer?`,
    short: `Port of ${title}`,
    help,
    example: String(port),
    source,
    team: "identity",
    productDefault: { value: port, sentence, source },
  });

/** The port of a host that is asked by an HTTPS URL. */
export const httpsPort = ({ section, title, source, listens }: Pick<PortOfHost, "section" | "title" | "source"> & { readonly listens?: string }): QuestionDefinition<number> =>
  portOfHost({
    section,
    title,
    port: 443,
    sentence: `An HTTPS URL of ${title} that names no port leads to TCP 443.`,
    help: `The firewall opens it.${listens === undefined ? "" : ` ${listens} by itself; 443 where a proxy stands before it.`}`,
    source,
  });
