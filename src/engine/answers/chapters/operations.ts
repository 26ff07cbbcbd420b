import { blocks, choice, text } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";
import { network } from "./network.ts";

/** Whether reports could leave: the job that sends them takes no proxy, so only the open internet takes them. */
const canReport = (look: Look): boolean => {
  const master = look.subjects("cluster").find((id) => look(infrastructure.cluster.role, id)?.startsWith("master"));
  const place = master === undefined ? undefined : look(infrastructure.cluster.place, master);
  const internet = place === undefined ? undefined : look(network.place.internet, place);
  return internet === undefined || internet === "direct";
};

const managed = (look: Look): boolean => look(operations.plan.service) === "managed";

/** Questions of the access chapter about tools and about who runs the platform afterwards. */
export const operations = chapter("access", "Access", "", {
  plan: {
    toolset: choice(
      [
        { value: "installed", label: "Installed on the machine", help: "Each in the version that fits the release." },
        { value: "container", label: "The tooling container", help: "One image with everything; some of it is older than the newest Kubernetes." },
      ],
      {
        section: "Way in",
        label: "Where do the tools of the installing engineers come from?",
        short: "Tools",
        seldom: true,
        help: "The installer must be of the release it installs in either case.",
        source: "kubermatic.tooling",
        team: "platform",
        productDefault: { value: "installed", sentence: "The documentation has every tool installed on the engineer's machine.", source: "kkp.install-ce" },
      },
    ),
    telemetry: choice(
      [
        { value: "sent", label: "Yes, every day", help: "Anonymous usage data of KKP and its clusters, under a UUID.", chip: "product-default" },
        { value: "off", label: "No", help: "The installer is told to leave the reports out." },
      ],
      {
        section: "Operation",
        label: "Does the platform report its usage to Kubermatic?",
        short: "Usage reports",
        help: "A job on the master sends them over HTTPS; security teams want to decide on it.",
        source: "kkp.telemetry",
        team: "security",
        productDefault: { value: "sent", sentence: "Unless told otherwise, KKP reports anonymous usage data once a day.", source: "kkp.telemetry" },
        asked: canReport,
      },
    ),
    service: choice(
      [
        { value: "self", label: "Your own team" },
        { value: "managed", label: "A managed service", help: "Engineers of the provider work on the platform every day." },
      ],
      {
        section: "Operation",
        label: "Who runs the platform after the installation?",
        short: "Operation of the platform",
        help: "A managed service needs a lasting way in, accounts of its own and someone to call.",
        source: "kkp.setup-checklist",
        team: "platform",
        productDefault: { value: "self", sentence: "KKP is installed for you to run it; a service is agreed on apart from it.", source: "kkp.support-policy" },
      },
    ),
    serviceWay: text({
      section: "Operation",
      label: "By which way do the service's engineers come in?",
      short: "Way in of the service",
      help: "A VPN or a bastion that stays after the installation, with names instead of a shared account.",
      example: "VPN to bastion.example.com, one account for each engineer",
      source: "kkp.setup-checklist",
      team: "security",
      asked: managed,
    }),
    serviceNetworks: blocks({
      section: "Operation",
      label: "From which networks do the service's engineers come?",
      short: "Networks of the service",
      help: "Addresses that their VPN hands out, or those of the provider's offices: source of every firewall row of the service.",
      example: "10.99.0.0/24",
      source: "kkp.setup-checklist",
      team: "security",
      asked: managed,
    }),
    serviceHours: choice(
      [
        { value: "office", label: "Office hours" },
        { value: "extended", label: "Every day, by day" },
        { value: "always", label: "Around the clock" },
      ],
      {
        section: "Operation",
        label: "During which hours does the service answer?",
        short: "Service hours",
        help: "Alerts outside these hours wait; choose them by what may stand still.",
        source: "kkp.support-policy",
        team: "platform",
        asked: managed,
      },
    ),
  },
});
