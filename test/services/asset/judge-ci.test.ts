import { AssetModelChanged } from "../../../services/asset/events-kept.ts";
import { judgeCi } from "../../../services/asset/judge-ci.ts";
import { ciProjection, knownCi } from "../../../services/asset/known-ci.ts";
import { unaccountedRecords } from "../../../services/asset/software-table.ts";
import { modelChanged } from "../../../services/asset/subscriptions/model-changed.ts";
import { type AssetContext, assetRecords, assetTable, modelRecords } from "../../../services/asset/table.ts";
import { serviceActor } from "../../../shared/access/actor.ts";
import { at } from "../../../shared/domain/clock.ts";
import { partOf } from "../../../shared/dynamo/part-of.ts";
import { createProjections } from "../../../shared/dynamo/projections.ts";
import { occurred } from "../../../shared/dynamo/record.ts";
import { createRecords } from "../../../shared/dynamo/records.ts";
import { freshTable } from "../../bed/fresh-table.ts";

const ci = (number: number, classPath: readonly string[], more: object = {}) => ({
  id: `CI000000${number}`,
  name: `ci-${number}`,
  classId: classPath.at(-1) ?? "",
  classPath: [...classPath],
  state: "live" as const,
  criticality: "low" as const,
  attributes: {},
  ...more,
});
const linux = ["ci", "server", "linux_server"];

describe("configuration items of a class that assets are kept of", () => {
  let table: Awaited<ReturnType<typeof freshTable>>;
  beforeEach(async () => {
    table = await freshTable(assetTable);
  });
  afterEach(() => table.stop());

  const context = (): AssetContext => {
    const { table: name, client } = table;
    const clock = at(new Date("2026-03-01T10:00:00.000Z"));
    const scope = { table: name, client, clock, actor: serviceActor("asset"), correlationId: "test" };
    return {
      assets: createRecords(assetRecords, scope),
      models: createRecords(modelRecords, scope),
      unaccounted: createRecords(unaccountedRecords, scope),
      unaccountedAgain: createRecords(unaccountedRecords, partOf(scope, "again")),
      cis: createProjections(ciProjection, scope),
    } as unknown as AssetContext;
  };
  const model = async (ciClassId: string): Promise<string> => {
    const fields = { name: "R2", kind: "hardware", ciClassId, state: "active", metric: "device" };
    const made = await context().models.create((id) => [
      occurred(AssetModelChanged as never, { model: { id, ...fields, retired: false } }, fields as never),
    ]);
    return made.id;
  };
  const hear = async (of: ReturnType<typeof ci>, sequence = 1) => {
    const told = knownCi(sequence, of);
    await context().cis.keep({ subject: of.id, sequence }, told);
    return told;
  };
  const stateOf = async (of: { readonly id: string }) =>
    (await context().unaccounted.get(`UNA-${of.id}`)).state;
  const modelTold = (id: string, sequence = 1) =>
    modelChanged.handle({ meta: { subject: id, sequence } } as never, context() as never);
  const rewritten = (id: string, changes: object) =>
    context().models.update(id, undefined, (before) => {
      const told = { ...before, ...changes, retired: false };
      return [occurred(AssetModelChanged as never, { model: told }, changes as never)];
    });

  it("are found also where a model is of a class above theirs, and not where it is of one below", async () => {
    await model("server");
    for (const each of [ci(1, linux), ci(2, ["ci"])]) await judgeCi(await hear(each), context());
    expect([await stateOf(ci(1, linux)), await stateOf(ci(2, ["ci"]))]).toEqual(["open", "settled"]);
  });

  it("are judged when a model gets the class, those of classes below with them, and retired ones not", async () => {
    const [there, has, gone] = [
      ci(1, linux),
      ci(2, linux, { assetId: "AST0000001" }),
      ci(3, linux, { state: "retired" }),
    ];
    for (const each of [there, has, gone]) await judgeCi(await hear(each), context());
    expect(await stateOf(there)).toBe("settled");
    const id = await model("server");
    await modelTold(id);
    await modelTold(id);
    expect([await stateOf(there), await stateOf(has), await stateOf(gone)]).toEqual([
      "open",
      "settled",
      "settled",
    ]);
    expect((await context().unaccounted.get(`UNA-${there.id}`)).version).toBe(1);
  });

  it("are settled when the last model gives up their class, by another class or by being retired", async () => {
    for (const change of [{ ciClassId: "printer" }, { state: "retired" }] as const) {
      const id = await model("server");
      const own = ci(change.state === undefined ? 4 : 5, linux);
      await judgeCi(await hear(own), context());
      expect(await stateOf(own)).toBe("open");
      await rewritten(id, change);
      await modelTold(id, 2);
      expect(await stateOf(own)).toBe("settled");
    }
  });

  it("stay found while another model still has their class", async () => {
    const [one] = [await model("server"), await model("ci")];
    const own = ci(1, linux);
    await judgeCi(await hear(own), context());
    await rewritten(one, { state: "retired" });
    await modelTold(one, 2);
    expect(await stateOf(own)).toBe("open");
  });

  it("are settled by the latest word, whoever judged by an earlier one last", async () => {
    await model("server");
    const early = await hear(ci(1, linux));
    await judgeCi(await hear(ci(1, linux, { assetId: "AST0000001" }), 2), context());
    await judgeCi(early, context());
    expect(await stateOf(ci(1, linux))).toBe("settled");
  });
});
