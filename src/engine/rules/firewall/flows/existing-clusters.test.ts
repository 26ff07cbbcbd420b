import { expect, test } from "vitest";
import { installationAnswers } from "../../../../../tests/support/golden-plans.ts";
import { planFrom } from "../../../plan/plan-from.ts";
import { changed } from "../../../testing/reference.ts";

test.each([
  ["managed", "which the provider runs;"],
  ["existing", "which is there already;"],
])("of a cluster that is %s the row of the installer says so", (provisioning, words) => {
  const answers = installationAnswers("existing-clusters");
  const clusters = answers.subjects.cluster;
  const plan = planFrom(changed(answers, Object.fromEntries(clusters.map((id) => [`infrastructure.clusters.${id}.provisioning`, provisioning]))));
  const whys = plan.firewall.flows.flatMap(({ reason, why }) => (reason === "The KKP installer calls the Kubernetes API" ? [why] : []));
  expect(whys).not.toEqual([]);
  for (const why of whys) expect(why).toContain(words);
});
