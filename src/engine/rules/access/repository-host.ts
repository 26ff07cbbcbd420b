import { access } from "../../answers/chapters/access.ts";
import { gitPorts } from "../../facts/ports.ts";
import { rule } from "../../kernel/rule.ts";
import { repositoryHost, type GitTransport } from "../../values/repository.ts";

/** Machine and port of the Git repository; not applicable where the answer names none. */
export const gitHost = rule<{ readonly host: string; readonly port: string; readonly transport: GitTransport }>({
  id: "access.git-host",
  title: "Host of the Git repository",
  per: "plan",
  sources: ["kkp.setup-checklist", "git.clone"],
  derive: (read) => {
    const found = repositoryHost(read.answer(access.plan.repository));
    if (!found) return read.notApplicable("The answer names no host of a repository.");
    return { host: found.host, transport: found.transport, port: found.port ?? read.fact(gitPorts)[found.transport] };
  },
});
