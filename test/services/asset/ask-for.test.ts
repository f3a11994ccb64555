import type { AssetRequest } from "../../../services/asset/asset-request.ts";
import { assetRequestRecords } from "../../../services/asset/asset-request-table.ts";
import { askFor, decline, dropRequest, fulfil, withdraw } from "../../../services/asset/decisions/ask-for.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";

const now = "2026-03-02T10:00:00.000Z";
const model = { id: "MDL0000001", name: "Projector", kind: "hardware", requestable: true } as const;
const applied = (before: Partial<AssetRequest>, decision: Decision<AssetRequest>): AssetRequest =>
  Object.assign({ createdAt: now }, before, ...decision.map(({ changes }) => changes));
const ask = (more: object = {}, of: Parameters<typeof askFor>[2] = model) =>
  askFor("ARQ0000001", { modelId: model.id, ...more }, of, { requesterId: "eve", now });
const asked = applied({ id: "ARQ0000001" }, ask());
const refused = (code: string) => expect.objectContaining({ code });

describe("somebody who asks for an asset", () => {
  it("asks for themselves unless they say for whom", () => {
    expect(asked).toMatchObject({
      personId: "eve",
      requesterId: "eve",
      state: "open",
      modelName: "Projector",
    });
    expect(applied({}, ask({ personId: "emil" }))).toMatchObject({ personId: "emil", requesterId: "eve" });
  });

  it("may ask for what everybody may ask for, and for a time to come", () => {
    expect(() => ask({}, { ...model, requestable: undefined })).toThrow(refused("rule_violation"));
    expect(() => ask({ until: "2026-03-01T10:00:00Z" })).toThrow(refused("rule_violation"));
  });

  it("is answered by the first asset of the model that they are given after it", () => {
    const decision = fulfil(asked, "AST0000007", "2026-03-03T10:00:00.000Z");
    expect(applied(asked, decision)).toMatchObject({ state: "fulfilled", assetId: "AST0000007" });
    expect(fulfil(asked, "AST0000007", "2026-03-01T10:00:00.000Z")).toEqual([]);
    expect(fulfil(applied(asked, withdraw(asked)), "AST0000007", now)).toEqual([]);
  });

  it("asks for it once until they are answered", () => {
    expect(assetRequestRecords.claims?.(asked)).toHaveLength(1);
    for (const end of [decline(asked, { reason: "None" }), withdraw(asked), dropRequest(asked)])
      expect(assetRequestRecords.claims?.(applied(asked, end))).toEqual([]);
    expect(dropRequest(applied(asked, withdraw(asked)))).toEqual([]);
  });
});
