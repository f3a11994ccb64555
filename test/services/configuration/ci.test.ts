import { CiFields } from "../../../services/configuration/ci.ts";
import {
  editCi,
  registerCi,
  reinstateCi,
  retireCi,
  snapshotOf,
} from "../../../services/configuration/decisions/ci.ts";
import { reclassifyCi } from "../../../services/configuration/decisions/reclassify.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { applied, chainOf, newCi, registered } from "./given.ts";

const now = "2026-03-02T10:00:00.000Z";
const refusal = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("It was not refused");
};

describe("a CI", () => {
  it("is not registered in an abstract class", () => {
    expect(
      refusal(() => registerCi("CI0000001", newCi({ classId: "hardware" }), chainOf("hardware"))).code,
    ).toBe("rule_violation");
  });

  it("keeps what edits do not name; null removes an attribute", () => {
    const before = registered({ attributes: { hostname: "web", cpuCores: 4 } });
    const edited = applied(
      before,
      editCi(before, { attributes: { cpuCores: 8, hostname: null } }, chainOf("server")),
    );
    expect(edited.attributes).toEqual({ cpuCores: 8 });
    expect(editCi(edited, { attributes: { cpuCores: 8 } }, chainOf("server"))).toEqual([]);
  });

  it("has other identities after an edit that changes them", () => {
    const before = registered({ attributes: { manufacturer: "Acme", serialNumber: "1" } });
    const decision = editCi(before, { attributes: { serialNumber: "2" } }, chainOf("server"));
    expect(applied(before, decision).identities).toEqual(['hardware:manufacturer+serialNumber=["acme","2"]']);
  });

  it("takes at most 32 kB of attributes, also edit by edit", () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`a${i}`, "x".repeat(490)]));
    const ci = { ...registered(), attributes: many };
    const edits = { attributes: { tags: Array.from({ length: 10 }, () => "y".repeat(400)) } };
    expect(refusal(() => editCi(ci, edits, chainOf("cloud_instance"))).violations[0]?.message).toMatch(
      /32 kB/,
    );
  });

  it("that others depend on is retired with a second event that warns", () => {
    const decision = retireCi(registered(), { count: 2, ids: ["CI0000007", "CI0000008"] }, now);
    expect(decision.map(({ event }) => event.type)).toEqual(["CiRetired", "CiRetiredWhileUsed"]);
    expect(decision[1]?.data).toMatchObject({ dependents: 2, ci: { state: "retired" } });
    expect(retireCi(registered(), { count: 0, ids: [] }, now)).toHaveLength(1);
  });

  it("is not edited or reclassified once it is retired, and can be reinstated", () => {
    const retired = applied(registered(), retireCi(registered(), { count: 0, ids: [] }, now));
    expect(refusal(() => editCi(retired, { name: "x" }, chainOf("server"))).code).toBe("illegal_transition");
    expect(refusal(() => reclassifyCi(retired, chainOf("switch"))).code).toBe("illegal_transition");
    expect(applied(retired, reinstateCi(retired))).toMatchObject({ state: "live", retiredAt: undefined });
  });

  it("of another class keeps what that class knows, and its history says what went", () => {
    const before = registered({ attributes: { hostname: "core", cpuCores: 4 } });
    const [occurrence] = reclassifyCi(before, chainOf("switch"));
    expect(occurrence?.changes).toMatchObject({
      classId: "switch",
      classPath: ["ci", "hardware", "connectable", "data_center_device", "network_device", "switch"],
      attributes: { hostname: "core" },
    });
    expect(occurrence?.data).toMatchObject({ fromClassId: "server", dropped: ["cpuCores"] });
    expect(reclassifyCi(before, chainOf("server"))).toEqual([]);
    const discovered = { ...before, origins: { serialNumber: "src.a", name: "src.a" } };
    const byHand = reclassifyCi(discovered, chainOf("switch"), { serialNumber: "S-2" });
    expect(byHand[0]?.changes.origins).toEqual({ name: "src.a" });
  });

  it("that is restricted tells others neither its name nor its facts", () => {
    const told = snapshotOf(
      registered({ restricted: true, ownerId: "cora", location: "Vault", name: "Safe" }),
    );
    expect(JSON.stringify(told)).not.toMatch(/Safe|Vault|cora/);
    expect(told).toMatchObject({ name: "CI0000001", restricted: true });
  });

  it("has groups whose need is a number or a share", () => {
    const parse = (needed: object) =>
      CiFields.safeParse({ name: "x", redundancy: [{ group: "g", needed }] }).success;
    expect([
      parse({ atLeast: 2 }),
      parse({ percent: 50 }),
      parse({ percent: 101 }),
      parse({ atLeast: 0 }),
    ]).toEqual([true, true, false, false]);
  });
});
