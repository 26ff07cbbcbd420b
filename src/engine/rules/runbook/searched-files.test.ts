import { describe, expect, test } from "vitest";
import { searchedFirst } from "./searched-files.ts";

const held = (files: string, line: string) => [`if grep -nE '<[A-Za-z][^<>]*>' ${files}; [ $? -ne 1 ]; then echo 'Held up: fill in what is printed.' >&2; false; else`, line, "fi"];

describe("what hands a file over runs where a search of it finds no placeholder", () => {
  test.each<[string, string, string]>([
    ["kubectl", "kubectl apply -f kubermatic.yaml -f seed/seed.yaml", "kubermatic.yaml seed/seed.yaml"],
    ["kubectl in a namespace, from a folder in quotes", "kubectl -n minio apply -f 'my seed'/a.yaml", "'my seed'/a.yaml"],
    ["helm", "helm upgrade --install x --values seed/values.yaml x", "seed/values.yaml"],
    ["the installer", "kubermatic-installer deploy seed-mla --config kubermatic.yaml --helm-values v.yaml --x", "kubermatic.yaml v.yaml"],
    ["KubeOne, in a shell of its own", "(export A=1; kubeone apply -m s/kubeone.yaml -t s/tf.json -c s/credentials.yaml)", "s/kubeone.yaml s/credentials.yaml"],
    ["Terraform, which names no file", "terraform -chdir='my seed' plan -out=tfplan", "'my seed'/terraform.tfvars"],
    ["ssh, to which a file is led", "ssh \"$(cat s/api-machine)\" 'bash -s' < s/gobetween/gobetween.sh", "s/gobetween/gobetween.sh"],
    ["ssh in a loop, from a folder in quotes", "for host in $(cat 'my seed'/control-planes); do ssh \"$host\" 'sudo tee /etc/a.yaml > /dev/null' < 'my seed'/kube-vip.yaml; done", "'my seed'/kube-vip.yaml"],
    ["ssh behind sed, with all that this reads", "sed -e '/%{/d' -e '/x/{' -e r's 1'/gobetween/targets -e d -e '}' 's 1'/etc_gobetween.tpl | ssh -J \"$(cat 's 1'/jump)\" \"$(cat 's 1'/api-machine)\" 'sudo tee /etc/gobetween.toml > /dev/null'", "'s 1'/gobetween/targets 's 1'/etc_gobetween.tpl"],
  ])("%s", (_title, line, files) => {
    expect(searchedFirst([line])).toEqual(held(files, line));
  });

  test("each time, so that no line is let through by the search before another", () => {
    expect(searchedFirst(["kubectl diff -f a.yaml", "kubectl apply -f a.yaml"])).toEqual([...held("a.yaml", "kubectl diff -f a.yaml"), ...held("a.yaml", "kubectl apply -f a.yaml")]);
  });

  test("which ends a loop over several lines, so that no other machine gets what is left of it", () => {
    const [begin, led, restart, end] = ['for host in $(cat s/control-planes); do', `ssh "$host" 'bash -s' < s/a.sh`, `ssh -n "$host" 'sudo systemctl restart a'`, "done"];
    const [first = "", ...rest] = held("s/a.sh", led);
    expect(searchedFirst([begin, led, restart, end, "kubectl apply -f a.yaml"])).toEqual([begin, first.replace("; false; else", "; false; break; else"), ...rest, restart, end, ...held("a.yaml", "kubectl apply -f a.yaml")]);
  });

  test("and what was not handed over is not deleted", () => {
    expect(searchedFirst(["kubeone apply -m k.yaml -c s/credentials.yaml", "rm s/credentials.yaml"]).slice(3)).toEqual(held("k.yaml s/credentials.yaml", "rm s/credentials.yaml"));
    expect(searchedFirst(["rm s/credentials.yaml"])).toEqual(["rm s/credentials.yaml"]);
  });

  test.each<[string, readonly string[]]>([
    ["what a step writes itself", ["kubectl apply -f - <<'EOF'", "kubectl apply -f a.yaml", "EOF"]],
    ["a folder of the archive", ['kubectl apply --server-side -f "$KUBERMATIC_CHARTS_DIRECTORY"/cert-manager/crd/']],
    ["what is only read", ["kubeone kubeconfig -m s/kubeone.yaml", "terraform -chdir=s output -json > s/tf.json"]],
    ["what ssh only asks, or an agent holds", ['INTERFACE="$(ssh -n "$host" ip -o -4 route show to match 10.0.0.1 table main | tail -n 1)"', "ssh -n \"$(head -n 1 s/control-planes)\" ip -o address show | grep -F ' 10.0.0.1/'", "printf '%s\\n' \"$SSH_KEY\" | ssh-add -"]],
    ["profiles of operating systems, whose scripts have here-documents", ["kubectl apply -f seed/operating-system-profiles.yaml"]],
  ])("but not %s", (_title, commands) => {
    expect(searchedFirst(commands)).toEqual(commands);
  });
});
