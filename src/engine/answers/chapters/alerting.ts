import { choice, host, integer, yesNo } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { monitoring } from "./monitoring.ts";

const FORMS = [
  { value: "mail", label: "As mail", help: "Alertmanager hands each alert to a mail server." },
  { value: "slack", label: "In a channel of Slack", help: "Alertmanager posts to an incoming webhook of Slack." },
  { value: "pagerduty", label: "Through PagerDuty", help: "Alertmanager sends events with the integration key of a service." },
  { value: "opsgenie", label: "Through Opsgenie", help: "Alertmanager sends alerts with the key of an API integration. Atlassian ends Opsgenie on 5 April 2027." },
  { value: "webhook", label: "By a webhook over HTTPS", help: "Alertmanager posts each alert to a URL as JSON, in a form of its own." },
  { value: "none", label: "Nobody is told yet", help: "Decided later: alerts are seen by whoever opens Alertmanager." },
] as const;

/** Forms of alerts that a service on the internet takes, under hosts of its own. */
export const ALERT_SERVICES = ["slack", "pagerduty", "opsgenie"] as const;

/** What is sent to a server that people name. */
const named = (look: Look): boolean => sent(look, "mail") || sent(look, "webhook");

/** Whether alerts of master and Seeds leave in this form. */
const sent = (look: Look, form: (typeof FORMS)[number]["value"]): boolean => look(monitoring.plan.mla) === true && look(alerting.plan.alertForm) === form;

/** Questions of the access chapter about whom the monitoring of master and Seeds tells what it notices. */
export const alerting = chapter("access", "Access", "", {
  plan: {
    alertForm: choice(FORMS, {
      section: "Alerts",
      label: "How is whoever is on duty told of alerts of master and Seeds?",
      short: "Form of alerts",
      help: "Alertmanager tells nobody before its configuration names a receiver: the chart names a channel of Slack without keys.",
      source: "kkp.code.alertmanager-values",
      team: "platform",
      asked: (look): boolean => look(monitoring.plan.mla) === true,
    }),
    alertRegion: choice(
      [
        { value: "us", label: "United States" },
        { value: "eu", label: "Europe" },
      ],
      {
        section: "Alerts",
        label: "In which region does the service hold the account?",
        short: "Region of the service that takes alerts",
        help: "An account lives in one region, and the other one refuses its key.",
        source: "pagerduty.regions",
        team: "platform",
        productDefault: { value: "us", sentence: "Alertmanager calls PagerDuty and Opsgenie in the United States unless it is told another URL.", source: "alertmanager.configuration" },
        asked: (look): boolean => sent(look, "pagerduty") || sent(look, "opsgenie"),
      },
    ),
    alertReceiver: host({
      section: "Alerts",
      label: "Which server takes the alerts for whoever is on duty?",
      short: "Receiver of alerts",
      help: "A mail server, or the host of a webhook: Alertmanager of master and Seeds sends there.",
      example: "mail.example.com",
      source: "alertmanager.configuration",
      team: "platform",
      server: { title: "Receiver of alerts", dialledBy: ["platform"] },
      asked: named,
    }),
    alertPort: integer({ min: 1, max: 65535 }, {
      section: "Alerts",
      label: "On which port does it take them?",
      short: "Port of the receiver of alerts",
      help: "Mail servers and webhooks listen on different ones, and the firewall opens this one alone.",
      example: "587",
      source: "alertmanager.configuration",
      team: "platform",
      asked: named,
    }),
    alertRoot: choice(
      [
        { value: "public", label: "A root that machines know", help: "Nothing has to be handed over." },
        { value: "private", label: "A root of your company", help: "Its certificate is mounted into Alertmanager of master and Seeds." },
      ],
      {
        section: "Alerts",
        label: "At which root does the certificate of this server end?",
        short: "Root of the receiver of alerts",
        help: "Alertmanager speaks TLS to both, asks a mail server for STARTTLS, and trusts the roots of its own image alone.",
        source: "alertmanager.configuration",
        team: "platform",
        asked: named,
      },
    ),
    alertLogin: yesNo(
      { yes: "Yes, with user and password", no: "No, it takes mail from the nodes as they are" },
      {
        section: "Alerts",
        label: "Does the mail server want a login?",
        short: "Login at the mail server",
        help: "Where it wants one, Alertmanager carries user and password; a relay inside often goes by addresses.",
        source: "alertmanager.configuration",
        team: "platform",
        asked: (look): boolean => sent(look, "mail"),
      },
    ),
  },
});
