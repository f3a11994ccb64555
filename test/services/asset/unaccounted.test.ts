import { dismissFinding, judge } from "../../../services/asset/decisions/unaccounted.ts";
import { nothingFound, type Unaccounted } from "../../../services/asset/unaccounted.ts";
import type { CiSnapshot } from "../../../services/configuration/events.ts";
import { applied } from "./given.ts";

const ci = (more: Partial<CiSnapshot> = {}): CiSnapshot => ({
  id: "CI0000001",
  name: "web-1",
  classId: "server",
  classPath: ["ci", "server"],
  state: "live",
  criticality: "low",
  attributes: {},
  ...more,
});
const none = nothingFound("UNA-CI0000001") as Unaccounted;
const types = (decision: ReturnType<typeof judge>) => decision.map(({ event }) => event.type);
const found = applied(none, judge(none, ci(), true));

describe("a configuration item without an asset", () => {
  it("is found where assets are kept of its class, and only there", () => {
    expect(found).toMatchObject({ state: "open", ciId: "CI0000001", ciName: "web-1", classId: "server" });
    for (const more of [{ assetId: "AST0000001" }, { state: "retired" }, { restricted: true }] as const)
      expect(judge(none, ci(more), true)).toEqual([]);
    expect(judge(none, ci(), false)).toEqual([]);
  });

  it("is found once, and settled when it has an asset or is no more", () => {
    expect(judge(found, ci(), true)).toEqual([]);
    expect(types(judge(found, ci({ assetId: "AST0000001" }), true))).toEqual(["UnaccountedCiSettled"]);
    const settled = applied(found, judge(found, ci({ state: "retired" }), true));
    expect(types(judge(settled, ci(), true))).toEqual(["UnaccountedCiFound"]);
  });

  it("may need none, which somebody says with a reason", () => {
    const dismissed = applied(found, dismissFinding(found, { reason: "Rented" }));
    expect(judge(dismissed, ci(), true)).toEqual([]);
    expect(types(judge(dismissed, ci({ assetId: "AST0000001" }), true))).toEqual(["UnaccountedCiSettled"]);
  });
});
