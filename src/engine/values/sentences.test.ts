import { expect, test } from "vitest";
import { sentencesOf } from "./sentences.ts";

test.each<[string, string, readonly string[]]>([
  ["one sentence", "Put it there.", ["Put it there."]],
  ["nothing", "", []],
  ["a sentence that begins with the name of a file", "Work on the bastion. tf.json must name 10.0.0.1. values.yaml holds it.", ["Work on the bastion.", "tf.json must name 10.0.0.1.", "values.yaml holds it."]],
  ["a dot inside a command", "Run `echo done. exit` first. Then go on.", ["Run `echo done. exit` first.", "Then go on."]],
  ["a sentence that ends with a command, and one that begins with one", "First `kubectl get pods`. `helm list` shows it.", ["First `kubectl get pods`.", "`helm list` shows it."]],
  ["a place with an abbreviation in its name", "Run this step on the bastion of St. Gallen: no other may. Go on.", ["Run this step on the bastion of St. Gallen: no other may.", "Go on."]],
  ["an abbreviation in capitals at the end", "It stands in DNS. Look it up.", ["It stands in DNS.", "Look it up."]],
  ["blanks around", " Put it there. Go on. ", ["Put it there.", "Go on."]],
])("%s", (_name, text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});
