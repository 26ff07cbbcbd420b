import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { placeName } from "../../rules/basics/platform.ts";
import { listed } from "../../values/sentence.ts";

/** Places that do not say what is in use there; an empty list says that nothing is. */
export const addressesNotStated = check({
  id: "addresses.not-stated",
  title: "Each place states what is in use there",
  severity: "advice",
  per: "place",
  sources: ["kkp.setup-checklist"],
  examine: (read, place, report) => {
    const asked = [
      { question: network.place.usedAddresses, what: "which addresses are in use" },
      { question: network.place.otherNetworks, what: "which other networks exist" },
    ].filter(({ question }) => read.optional<unknown>(question, place) === undefined);
    if (asked.length === 0) return;
    const name = placeName(read, place);
    report({
      title: `${name} does not say ${listed(asked.map(({ what }) => what))}`,
      message: `The plan takes nothing as used at ${name} beyond what is stated. Addresses and ranges may meet something that nobody mentioned.`,
      remedy: "Write them down, or confirm that there are none.",
      answers: asked.map(({ question }) => read.path(question, place)),
    });
  },
});
