import { httpsPortOf, portOfServer, type PortOfServer } from "../answers/port-of-server.ts";
import type { QuestionDefinition } from "../answers/question.ts";

/** The question on which port a host of a connector answers; the usual one stands in as an assumption. */
export const portOfHost = (host: Omit<PortOfServer, "team">): QuestionDefinition<number> => portOfServer({ ...host, team: "identity" });

/** The port of a host that is asked by an HTTPS URL. */
export const httpsPort = (host: Pick<PortOfServer, "section" | "title" | "source"> & { readonly listens?: string }): QuestionDefinition<number> => httpsPortOf({ ...host, team: "identity" });
