import type { Provider } from "../../providers/contract/index.ts";
import { providers } from "../../providers/registry.ts";
import { choice } from "../kinds.ts";
import { chapter } from "../question.ts";
import { upgrades } from "./project.ts";
import { madeAt } from "./provider-questions.ts";

/** The question of the infrastructure chapter about who signs for an API that the customer runs. */
export const apiRoot = chapter("infrastructure", "Infrastructure", "", {
  place: {
    apiRoot: choice(
      [
        { value: "public", label: "A root that machines know", help: "Nothing has to be handed over." },
        { value: "private", label: "A root of its own or of your company", help: "Unless somebody changed it, the infrastructure has signed for itself. Whatever calls the API is given the root, as far as it takes one." },
      ],
      {
        section: "Places",
        label: "At which root does the certificate of the infrastructure's API end?",
        short: "Root of the infrastructure's API",
        help: "KKP, the controllers of its clusters and Terraform refuse an API whose root they do not know. Where a place has several, one file holds all of them.",
        source: "kkp.certificates",
        team: "infrastructure",
        // A platform that runs has its way to the API already.
        asked: (look, place): boolean => !upgrades(look) && providers.some((provider: Provider) => provider.api?.ownRoot !== undefined && madeAt(look, place).includes(provider.id)),
      },
    ),
  },
});
