import fc from "fast-check";
import type { AssetSnapshot } from "../../../services/asset/events.ts";
import type { ClassChain } from "../../../services/configuration/attributes.ts";
import type { Ci } from "../../../services/configuration/ci.ts";
import type { CiClass } from "../../../services/configuration/ci-class.ts";
import { editCi } from "../../../services/configuration/decisions/ci.ts";
import {
  followAsset,
  registerFromAsset,
  wantsCi,
} from "../../../services/configuration/decisions/follow-asset.ts";
import { ciIdFor } from "../../../services/configuration/known-asset.ts";
import { seededClasses } from "../../../services/configuration/seeds/classes.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";

const now = "2026-03-02T10:00:00.000Z";
const chain = ["ci", "hardware", "connectable", "data_center_device", "server"].map(
  (id) => seededClasses.get(id) as CiClass,
) as ClassChain;
const on = { chain, dependents: { count: 0, ids: [] }, now };
const asset = (more: Partial<AssetSnapshot> = {}): AssetSnapshot => ({
  id: "AST0000007",
  name: "Server R2",
  modelId: "MDL0000001",
  modelName: "R2",
  manufacturer: "Contoso",
  kind: "hardware",
  ciClassId: "server",
  state: "in_stock",
  substate: "available",
  ...more,
});
const applied = (ci: Ci, decision: Decision<Ci>): Ci =>
  Object.assign({}, ci, ...decision.map(({ changes }) => changes));
const registered = (more: Partial<AssetSnapshot> = {}): Ci =>
  applied({ id: "CI900000000007" } as Ci, registerFromAsset("CI900000000007", asset(more), chain));
const types = (decision: Decision<Ci>) => decision.map(({ event }) => event.type);

describe("the CI of an asset", () => {
  it("has a number that follows from the asset's", () => {
    expect(ciIdFor("AST0000007")).toBe("CI900000000007");
  });

  it("begins planned while the asset waits and live when it is in use, and says which asset it is", () => {
    expect(registered({ serial: "S-1", tag: "N1" })).toMatchObject({
      state: "planned",
      assetId: "AST0000007",
      source: "asset",
      attributes: { serialNumber: "S-1", assetTag: "N1", manufacturer: "Contoso", model: "R2" },
    });
    expect(registered({ state: "in_use" }).state).toBe("live");
    expect(wantsCi(asset({ state: "on_order" }))).toBe(false);
    expect(wantsCi(asset({ ciClassId: undefined }))).toBe(false);
  });

  it.each([
    ["planned", "in_use", "live"],
    ["live", "in_maintenance", "maintenance"],
    ["live", "in_stock", "maintenance"],
    ["maintenance", "in_use", "live"],
    ["live", "missing", "live"],
    ["live", "retired", "retired"],
    ["retired", "in_use", "live"],
  ] as const)("that is %s is, when its asset is %s, %s", (state, of, then) => {
    const ci = { ...registered(), state };
    expect(applied(ci, followAsset(ci, asset({ state: of }), 2, on)).state).toBe(then);
  });

  it("is retired with a warning when something depends on it", () => {
    const dependents = { count: 2, ids: ["CI0000001", "CI0000002"] };
    const decision = followAsset(registered(), asset({ state: "retired" }), 2, { ...on, dependents });
    expect(types(decision)).toEqual(["CiRetired", "CiRetiredWhileUsed"]);
  });

  const classChain = (...ids: string[]) => ids.map((id) => seededClasses.get(id) as CiClass) as ClassChain;
  const networkDevice = classChain("ci", "hardware", "connectable", "data_center_device", "network_device");

  it("is of another class when its model is, and keeps its number and what the new class knows", () => {
    const followed = applied(registered({ serial: "S-1" }), followAsset(registered(), asset(), 2, on));
    const now = asset({ ciClassId: "network_device", serial: "S-1" });
    const decision = followAsset(followed, now, 3, { ...on, wanted: networkDevice });
    expect(types(decision)[0]).toBe("CiReclassified");
    expect(applied(followed, decision)).toMatchObject({
      ...{ classId: "network_device", assetVersion: 3, assetClassId: "network_device" },
      attributes: { serialNumber: "S-1" },
    });
    expect(followAsset(applied(followed, decision), now, 3, { ...on, wanted: networkDevice })).toEqual([]);
  });

  it("stays of the class that people found it to be of, while its model says nothing new", () => {
    const followed = applied(registered(), followAsset(registered(), asset(), 2, on));
    const byPeople = { ...followed, classId: "network_device", classPath: networkDevice.map(({ id }) => id) };
    const on3 = { ...on, chain: networkDevice, wanted: chain };
    expect(applied(byPeople, followAsset(byPeople, asset({ location: "Oslo" }), 3, on3))).toMatchObject({
      classId: "network_device",
      location: "Oslo",
    });
  });

  it("keeps what people said of it that the asset does not know", () => {
    const said = {
      ...registered(),
      description: "Third from the top",
      attributes: { operatingSystem: "BSD" },
    };
    const after = applied(said, followAsset(said, asset({ serial: "S-9" }), 2, on));
    expect(after.description).toBe("Third from the top");
    expect(after.attributes).toMatchObject({ operatingSystem: "BSD", serialNumber: "S-9" });
  });

  it("keeps the name that people or discovery gave it, and whose word its other values are", () => {
    const found = { ...registered({ serial: "S-1" }), name: "db-1" };
    const origins = { name: "aws", serialNumber: "aws", cpuCores: "aws" };
    const followed = asset({ serial: "S-1", location: "Oslo" });
    const after = applied({ ...found, origins }, followAsset({ ...found, origins }, followed, 2, on));
    expect(after).toMatchObject({ name: "db-1", location: "Oslo" });
    expect(after.origins).toEqual({ ...origins, location: "asset" });
  });

  it("is called as the asset while nobody called it otherwise", () => {
    const own = registered();
    const renamed = asset({ name: "Build server" });
    expect(applied(own, followAsset(own, renamed, 2, on)).name).toBe("Build server");
    const byPeople = applied(own, editCi(own, { name: "ci-7" }, chain));
    expect(applied(byPeople, followAsset(byPeople, renamed, 2, on)).name).toBe("ci-7");
  });

  it("is the same in the end in whatever order, and however often, events come", () => {
    const states = ["received", "in_stock", "in_use", "in_maintenance", "in_transit", "missing"] as const;
    const versions = fc
      .array(fc.record({ state: fc.constantFrom(...states), location: fc.constantFrom("Oslo", "Bergen") }), {
        minLength: 1,
        maxLength: 8,
      })
      .map((all) => all.map((more, at) => ({ told: asset(more), version: at + 1 })));
    fc.assert(
      fc.property(versions, fc.infiniteStream(fc.nat()), (all, keys) => {
        const draw = () => keys.next().value as number;
        const twice = [...all, ...all]
          .map((each) => ({ each, key: draw() }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ each }) => each);
        let known = 0;
        // As the projection does: who comes late follows the latest word.
        const ci = twice.reduce((before, { version }) => {
          known = Math.max(known, version);
          const latest = all[known - 1]?.told ?? asset();
          return applied(before, followAsset(before, latest, known, on));
        }, registered());
        const last = all.at(-1);
        expect(ci).toMatchObject({ assetVersion: all.length, location: last?.told.location });
        if (last?.told.state === "in_use") expect(ci.state).toBe("live");
        expect(followAsset(ci, last?.told ?? asset(), all.length, on)).toEqual([]);
      }),
    );
  });
});
