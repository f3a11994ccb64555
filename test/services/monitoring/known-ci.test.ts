import type { CiSnapshot } from "../../../services/configuration/events.ts";
import { knownCi, nameKey } from "../../../services/monitoring/known-ci.ts";

const ci = (more: Partial<CiSnapshot> = {}): CiSnapshot => ({
  id: "CI0000001",
  name: "Web-1",
  classId: "server",
  classPath: ["ci", "server"],
  state: "live",
  criticality: "high",
  attributes: {},
  ...more,
});

test("a CI is called by its name, its ids, its host name and what its ARN ends with, whatever the capitals", () => {
  const attributes = {
    arn: "arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc",
    instanceId: "i-0abc",
    hostname: "WEB-1.example.com",
    serialNumber: "S1",
    os: "Linux",
    rackIds: ["r1"],
    cpuId: 7,
  };
  expect(knownCi(ci({ attributes })).names).toEqual([
    "web-1",
    "arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc",
    "i-0abc",
    "web-1.example.com",
  ]);
  expect(knownCi(ci()).names).toContain(nameKey(" WEB-1 "));
});

test("what is retired is called nothing any more, and of what is restricted nothing is known", () => {
  expect(knownCi(ci({ state: "retired" })).names).toEqual([]);
  expect(knownCi(ci({ restricted: true })).names).toEqual([]);
});
