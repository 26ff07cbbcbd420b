import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { planFrom } from "../../src/engine/index.ts";
import type { Answers, Plan } from "../../src/engine/index.ts";
import { asUpgrade } from "../support/as-upgrade.ts";
import { goldenAnswers } from "../support/golden-plans.ts";
import { calledPrograms, filesRead, filesWritten, linesOf } from "../support/shell-lines.ts";

/** The same plan as an upgrade, where its release has one before it. */
function upgraded(answers: Answers): readonly (readonly [string, Answers])[] {
  const before = { "2.29": "2.28", "2.30": "2.29", "2.31": "2.30" }[String(answers.given["project.release"])];
  return before === undefined ? [] : [["as an upgrade", asUpgrade(answers, { "project.upgradeFrom": before })]];
}

/** Every plan that is reviewed as text, and what differs from it only by being an upgrade. */
const plans: readonly (readonly [string, Plan])[] = [...goldenAnswers()].flatMap(([name, answers]) => [
  [name, planFrom(answers)] as const,
  ...upgraded(answers).map(([how, before]) => [`${name} ${how}`, planFrom(before)] as const),
]);

/** Words that every shell brings, and the programs of its base system. */
const EVERYWHERE = new Set(["export", "eval", "unset", "cd", "umask", "for", "while", "until", "case", "esac", "do", "done", "if", "then", "elif", "else", "fi", "false", "break", "dirname", "echo", "mkdir", "rm", "cp", "cat", "head", "grep", "cut", "printf", "command", "test", "sort", "tail", "mv", "base64", "sed", "date", "sleep", "true"]);

/** What a step may assume to exist in a cluster before anybody makes it. */
const BORN_WITH = new Set(["kube-system", "default"]);

/** As much of a manifest as tells who writes to which volume. */
interface PodSpec {
  readonly volumes?: readonly { readonly persistentVolumeClaim?: unknown; readonly hostPath?: { readonly type?: string } }[];
  readonly containers?: readonly { readonly securityContext?: { readonly runAsUser?: number } }[];
  readonly template?: { readonly spec: PodSpec };
}
interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec?: PodSpec;
}

describe.each(plans)("%s: the runbook", (_name, plan) => {
  const steps = plan.runbook;

  test("is read by a real shell without a complaint, step by step", () => {
    // Each step is a script of its own, so that what one leaves open is not closed by the next.
    const scripts = steps.map(({ commands }) => commands.join("\n"));
    const { status, stderr } = spawnSync("bash", ["-c", 'for script; do bash -n <<<"$script" || exit 1; done', "bash", ...scripts], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });

  test("asks in its first step for every program that a later command calls", () => {
    const [first] = steps;
    const asked = new Set(/for program in ([^;]+);/.exec(first?.commands.join("\n") ?? "")?.[1]?.split(" "));
    const called = steps.flatMap(({ commands }) => calledPrograms(commands)).filter((word) => !EVERYWHERE.has(word));
    // Docker is wanted on the workstation of the mirrors alone, whose own step asks for it.
    if (steps.some(({ commands }) => commands.some((line) => line.startsWith("command -v docker ")))) asked.add("docker");
    // The installer comes with the archive of the first step itself.
    expect([...new Set(called)].filter((program) => program !== "kubermatic-installer" && !asked.has(program))).toEqual([]);
  });

  test("reads no file that no step has told of or written", () => {
    const there: string[] = [];
    const missing: string[] = [];
    for (const { id, title, text, commands } of steps) {
      const told = (file: string) => there.includes(file) || `${there.join(" ")} ${title} ${text}`.includes(file.split("/").at(-1) ?? file);
      for (const line of linesOf(commands)) {
        missing.push(...filesRead(line).filter((file) => !told(file) && !there.includes(file)).map((file) => `${id}: ${file}`));
        there.push(...filesWritten(line));
      }
      there.push(title, text);
    }
    expect(missing).toEqual([]);
  });

  test("works in a user cluster only after it has created one", () => {
    const created = steps.find(({ id }) => id === "step.acceptance");
    expect(steps.filter(({ order, commands }) => created && order < created.order && commands.some((line) => line.includes("USER_CLUSTER"))).map(({ id }) => id)).toEqual([]);
  });

  test("asks no proxy for a plain address, which curl before 7.86 does not find in a range of NO_PROXY", () => {
    const plain = steps.flatMap(({ commands }) => linesOf(commands)).filter((line) => /\bcurl\b.* '?https?:\/\/(\d+\.\d+\.\d+\.\d+|\[)/.test(line));
    expect(plain.filter((line) => !line.includes("--noproxy '*'"))).toEqual([]);
  });

  test("hands over manifests that are YAML with a kind and a name", () => {
    const texts = steps.flatMap(({ commands }) => [...commands.join("\n").matchAll(/<<'?EOF'?\n([\s\S]*?)\nEOF/g)].map(([, text = ""]) => text));
    const objects = texts.flatMap((text) => parseAllDocuments(text).map((document) => ({ errors: document.errors.length, ...(document.toJS() as { kind?: string; metadata?: { name?: string } }) })));
    expect(objects.filter(({ errors, kind, metadata }) => errors > 0 || !kind || !metadata?.name)).toEqual([]);
  });

  test("runs as root what writes to a claim or to a folder of its own: a fresh one belongs to root, and the image names somebody else", () => {
    const texts = steps.flatMap(({ commands }) => [...commands.join("\n").matchAll(/<<'?EOF'?\n([\s\S]*?)\nEOF/g)].map(([, text = ""]) => text));
    const pods = texts.flatMap((text) => parseAllDocuments(text).map((document) => document.toJS() as Manifest)).flatMap(({ kind, metadata, spec }) => (kind === "Pod" ? [{ name: metadata.name, spec }] : spec?.template ? [{ name: metadata.name, spec: spec.template.spec }] : []));
    const writing = pods.filter(({ spec }) => (spec?.volumes ?? []).some(({ persistentVolumeClaim, hostPath }) => persistentVolumeClaim !== undefined || hostPath?.type === "DirectoryOrCreate"));
    const users = writing.flatMap(({ name, spec }) => (spec?.containers ?? []).map(({ securityContext }) => [name, securityContext?.runAsUser]));
    expect(users.filter(([, user]) => user !== 0)).toEqual([]);
  });

  test("hands over manifests whose lines a printed page does not cut", () => {
    const texts = steps.flatMap(({ commands }) => [...commands.join("\n").matchAll(/<<'?EOF'?\n([\s\S]*?)\nEOF/g)].map(([, text = ""]) => text));
    expect(texts.flatMap((text) => text.split("\n")).filter((line) => line.length > 90)).toEqual([]);
  });

  test("creates nothing in a way that a second run refuses", () => {
    const creates = steps.flatMap(({ commands }) => linesOf(commands)).filter((line) => /\bkubectl\b.* create /.test(line) && !line.startsWith("kubectl auth can-i "));
    expect(creates.filter((line) => !/--dry-run=client -o yaml \| kubectl apply /.test(line))).toEqual([]);
  });

  test("creates nothing in a namespace that may not be there", () => {
    const missing: string[] = [];
    const made = new Set<string>();
    let cluster = "";
    for (const { id, commands } of steps) {
      for (const line of linesOf(commands)) {
        cluster = /^export KUBECONFIG="\$PWD"\/(.+)\/kubeconfig$/.exec(line)?.[1] ?? cluster;
        const namespace = /kubectl create namespace (\S+)/.exec(line)?.[1] ?? (/--create-namespace/.test(line) ? /--namespace (\S+)/.exec(line)?.[1] : undefined);
        if (namespace !== undefined) made.add(`${cluster}/${namespace}`);
        // The installer makes the namespaces of KKP on the master.
        if (/deploy kubermatic-master/.test(line)) for (const kkp of ["kubermatic", "dex", "cert-manager"]) made.add(`${cluster}/${kkp}`);
        // The stack of the Seed makes that of MinIO with its chart.
        if (/deploy kubermatic-seed/.test(line) && !/--skip-charts minio/.test(line)) made.add(`${cluster}/minio`);
        const into = /kubectl -n (\S+) create /.exec(line)?.[1];
        if (into !== undefined && !BORN_WITH.has(into) && !made.has(`${cluster}/${into}`)) missing.push(`${id}: ${into} on ${cluster}`);
      }
    }
    expect(missing).toEqual([]);
  });

  test("points kubectl, helm and the installer at a cluster in every step that uses them", () => {
    const lost = steps.filter(({ commands }) => {
      const lines = linesOf(commands);
      const pointed = lines.findIndex((line) => line.startsWith("export KUBECONFIG="));
      const used = lines.findIndex((line) => /^(kubectl (?!version)|helm (upgrade|install|uninstall)|kubermatic-installer deploy|cilium (?!version)|sonobuoy (run|results|delete))/.test(line));
      return used >= 0 && (pointed < 0 || pointed > used);
    });
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  test("says on which bastion machines are made, where each place has one of its own", () => {
    const bastions = plan.firewall.endpoints.filter(({ kind }) => kind === "bastion");
    if (bastions.length < 2) return;
    const silent = plan.firewall.endpoints.flatMap(({ id, place }) => {
      const cluster = /^nodes\[(.+)\]$/.exec(id)?.[1];
      const name = bastions.find((bastion) => bastion.place === place)?.title.replace(/^Bastion, /, "");
      return steps.filter((step) => ["terraform", "kubeone", "api-front", "api-front-others"].map((word) => `step.${word}[${cluster}]`).includes(step.id) && !step.text.includes(`on the bastion of ${name}:`)).map((step) => step.id);
    });
    expect(silent).toEqual([]);
    expect(steps[0]?.text).toMatch(/^Work on the bastion of /);
  });

  test("leads past the proxy to every name that the bastion reaches directly", () => {
    const { flows, endpoints } = plan.firewall;
    const bastions = endpoints.filter(({ kind }) => kind === "bastion");
    const lost = steps[0]?.commands.flatMap((line) => {
      const past = / NO_PROXY='?([^' ]+(?: [^',]+)*)'?$/.exec(line)?.[1]?.split(",");
      if (past === undefined) return [];
      const place = /^\[ "\$BASTION" != '?(.+?)'? \]/.exec(line)?.[1];
      const own = bastions.filter(({ title }) => place === undefined || title === `Bastion, ${place}`).map(({ id }) => id);
      const reached = endpoints.filter(({ id, kind }) => kind !== "proxy" && flows.some(({ source, destination, ports }) => own.includes(source) && destination === id && ports !== "53"));
      const names = reached.flatMap(({ addresses }) => addresses.flatMap((address) => (address.kind === "known" && /[a-z]/i.test(address.value) ? [address.value] : [])));
      return names.filter((name) => !past.some((part) => part === name || (part.startsWith(".") && name.endsWith(part))));
    });
    expect(lost).toEqual([]);
  });

  test("uses no cluster before its kubeconfig is there", () => {
    if (steps.some(({ id }) => id.startsWith("step.upgrade"))) return;
    const there = new Set<string>();
    const early: string[] = [];
    for (const { id, commands } of steps) {
      // The management cluster of KubeLB is handed over with its kubeconfig, as the step says.
      const built = /^step\.(?:hub-manager$|(?:kubeone|take-over)\[.+\]$)/.test(id);
      for (const line of linesOf(commands)) {
        const folder = /^export KUBECONFIG="\$PWD"\/(.+)\/kubeconfig$/.exec(line)?.[1];
        if (folder === undefined) continue;
        if (built) there.add(folder);
        else if (!there.has(folder)) early.push(`${id}: ${folder}`);
      }
    }
    expect(early).toEqual([]);
  });
});

describe.each(plans)("%s: addresses that an entry leaves", (_name, plan) => {
  const steps = plan.runbook;
  const folderOf = (line: string) => /^export KUBECONFIG="\$PWD"\/(.+)\/kubeconfig$/.exec(line)?.[1];
  /** Place of the first step that takes the former entry out of a cluster. */
  const removal = (name: string) =>
    steps.findIndex(({ commands }) => {
      let cluster = "";
      return linesOf(commands).some((line) => {
        cluster = folderOf(line) ?? cluster;
        return cluster === name && /^helm uninstall nginx-ingress-controller |--clean-nginx-lb/.test(line);
      });
    });

  test("names move from each of them before the step that takes it away", () => {
    for (const { cluster, title, address } of plan.addresses.assignments.filter(({ purpose }) => purpose === "former-entry")) {
      const at = removal(/^Former entry of (\S+) /.exec(title)?.[1] ?? "");
      expect(at, title).toBeGreaterThan(0);
      const moved = steps.slice(0, at).filter(({ id, text }) => id.startsWith("step.interface-names") || (/^step\.upgrade-(seed-)?names/.test(id) && (address.kind !== "known" || text.includes(address.value))));
      const asked = new Set(moved.flatMap(({ commands }) => commands).filter((line) => line.startsWith("dig ")).map((line) => line.split(" ").at(-1)));
      const names = plan.certificates.hosts.filter((host) => host.cluster === cluster).map(({ name }) => name);
      expect(names, title).not.toEqual([]);
      expect(names.filter((host) => !asked.has(host)), title).toEqual([]);
    }
  });
});

/** Secrets of a Gateway that somebody writes for a Seed, each with the name of its cluster. */
const seedSecrets = ({ settings }: Plan): readonly { readonly secret: string; readonly seed: string }[] =>
  settings.flatMap(({ id, object, value }) => {
    const secret = id.startsWith("setting.certificates.gateway-listener-") && value.kind === "known" ? /certificateRefs (\S+)$/.exec(value.value)?.[1] : undefined;
    return secret === undefined ? [] : [{ secret, seed: object.replace(/^.* on /, "") }];
  });

const makesCertificate = (lines: readonly string[], secret: string): boolean => lines.some((line) => line.startsWith(`metadata: { name: ${secret}, namespace: kubermatic`) || line.includes(`create secret tls ${secret} `)) || lines.some((line) => line.includes("/certificates.yaml"));

test("some plan has a Seed apart whose Gateway gets its certificates from cert-manager", () => {
  expect(plans.filter(([, plan]) => seedSecrets(plan).length > 0 && plan.runbook.some(({ commands }) => commands.includes("kind: Certificate"))).map(([name]) => name)).toContain("play-in-two-places");
});

describe.each(plans.filter(([, plan]) => seedSecrets(plan).length > 0))("%s: the Gateway of a Seed", (_name, plan) => {
  test("has somebody who fills each Secret of its listeners, in a step on its cluster", () => {
    const on = (seed: string) => plan.runbook.flatMap(({ commands }) => (commands.includes(`export KUBECONFIG="$PWD"/${seed}/kubeconfig`) ? commands : []));
    expect(seedSecrets(plan).filter(({ secret, seed }) => !makesCertificate(on(seed), secret))).toEqual([]);
  });

  test("is asked for no certificate before the kind is known to its cluster", () => {
    const lines = plan.runbook.flatMap(({ commands }) => commands.filter((line) => line.startsWith("export KUBECONFIG=") || line.includes("/cert-manager/crd/") || line === "kind: Certificate"));
    let [cluster, known]: [string, readonly string[]] = ["", []];
    const early: string[] = [];
    for (const line of lines) {
      if (line.startsWith("export ")) cluster = line;
      else if (line.includes("/crd/")) known = [...known, cluster];
      else if (seedSecrets(plan).some(({ seed }) => cluster.includes(`/${seed}/`)) && !known.includes(cluster)) early.push(cluster);
    }
    expect(early).toEqual([]);
  });
});

describe.each(plans)("%s: placeholders", (_name, plan) => {
  const named = (how: string) => [...new Set(plan.settings.flatMap(({ value }) => (value.kind === "known" ? [...value.value.matchAll(new RegExp(`<${how}: ?([^>]+)>`, "g"))].map(([, name = ""]) => name) : [])))];
  const rows = new Map(plan.secrets.map(({ name, command }) => [name, command]));

  test("each that somebody makes is a secret with the command that makes it", () => {
    expect(named("GENERATE").filter((name) => rows.get(name) === undefined)).toEqual([]);
  });

  test("each that is handed over has no such command", () => {
    expect(named("fill-in").filter((name) => rows.get(name) !== undefined)).toEqual([]);
  });

  test("no file is handed over but inside a search of it", () => {
    const unsearched: string[] = [];
    for (const { id, commands } of plan.runbook) {
      const lines = linesOf(commands);
      lines.forEach((line, at) => {
        // What mirrors and prints does not hand over, and scripts of profiles hold no secret.
        if (line.startsWith("if ") || !/\b(apply|deploy|upgrade|create|replace|install|diff)\b/.test(line)) return;
        const searched = new Set(lines[at + 1] === "fi" ? /^if grep -nE '[^']+' (.+?); \[/.exec(lines[at - 1] ?? "")?.[1]?.split(" ") : []);
        const variables = [...line.matchAll(/terraform -chdir=(\S+) (?:plan|apply)/g)].map(([, folder = ""]) => `${folder}/terraform.tfvars`);
        const handed = [...variables, ...filesRead(line).filter((file) => file.endsWith(".yaml") && !file.endsWith("/operating-system-profiles.yaml"))];
        unsearched.push(...handed.filter((file) => !searched.has(file)).map((file) => `${id}: ${file}`));
      });
    }
    expect(unsearched).toEqual([]);
  });

  test("the search around what hands a file over finds every form", () => {
    const search = plan.runbook.flatMap(({ commands }) => commands).find((line) => line.startsWith("if grep"));
    if (search === undefined) return;
    const form = new RegExp(/'([^']+)'/.exec(search)?.[1] ?? "nothing");
    const angled = plan.settings.flatMap(({ value }) => (value.kind === "known" ? [...value.value.matchAll(/<[^<>]*>/g)].map(([all]) => all) : []));
    expect(angled.filter((text) => !form.test(text))).toEqual([]);
  });
});
