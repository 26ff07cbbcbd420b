import { expect, test } from "vitest";
import { findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { plainHttp } from "./plain-http.ts";

const found = (changes: Changes) => findingsOf(plainHttp, referenceAnswers(changes)).map(({ severity, title, remedy }) => [severity, title, remedy]);

test("NGINX sends everybody on", () => {
  expect(found({ "project.release": "2.30" })).toEqual([]);
});

test("the Gateway of KKP serves the platform without TLS", () => {
  expect(found({ "project.release": "2.31", "project.upgradeFrom": "none", "certificates.issuance": "supplied" })).toEqual([["advice", "Dashboard, API and the login form of Dex answer without TLS at http://kubermatic.example.com", "Keep TCP 80 of the entry closed."]]);
  expect(found({ "project.release": "2.30", "loadBalancer.entry": "gateway", "certificates.issuance": "dns01" })).toHaveLength(1);
});

test("HTTP-01 keeps the port open to the internet", () => {
  expect(found({ "project.release": "2.31", "project.upgradeFrom": "none", "certificates.issuance": "http01" })).toEqual([
    ["warning", "Dashboard, API and the login form of Dex answer without TLS at http://kubermatic.example.com", "Let the firewall pass nothing but /.well-known/acme-challenge/ on TCP 80, or prove names by DNS-01 and close the port."],
  ]);
});

test("a Gateway of one's own serves it where a listener without TLS admits it", () => {
  const [, , remedy] = found({ "project.release": "2.31", "project.upgradeFrom": "none", "certificates.issuance": "supplied", "loadBalancer.entry": "own", "loadBalancer.gatewayNamespace": "edge", "loadBalancer.gatewayName": "edge", "authentication.connector": "keycloak" })[0] ?? [];
  expect(remedy).toBe("Keep TCP 80 of the entry closed, or give your Gateway no listener without TLS that admits routes of KKP.");
});
