import type { Asset } from "../../../services/asset/asset.ts";
import { checkOutTogether } from "../../../services/asset/decisions/together.ts";
import type { AssetEvent } from "../../../services/asset/events.ts";
import type { Kit } from "../../../services/asset/kit.ts";
import { applied, asset, inUse, on } from "./given.ts";

const kit = {
  name: "First day",
  parts: [
    { modelId: "MDL0000001", quantity: 1 },
    { modelId: "MDL0000002", quantity: 2 },
  ],
} as Kit;
const laptop = asset();
const screens = [2, 3].map((n) => asset({ id: `AST000000${n}`, modelId: "MDL0000002" }));
const give = (assets: readonly (Asset | undefined)[], given: Kit) =>
  checkOutTogether(
    assets,
    { holderId: "eve", isLoan: false, assetIds: assets.map((each, at) => each?.id ?? `AST999999${at}`) },
    given,
    on(),
  );

describe("several assets together", () => {
  it("go to one person, each with its own event", () => {
    const assets = [laptop, ...screens];
    const decisions = give(assets, kit);
    expect(decisions.map((decision, at) => applied(assets[at] ?? laptop, decision).holderId)).toEqual([
      "eve",
      "eve",
      "eve",
    ]);
  });

  it("are all of a kit, and nothing else", () => {
    for (const wrong of [[laptop], [laptop, ...screens, asset({ id: "AST0000009", modelId: "MDL0000009" })]])
      expect(() => give(wrong, kit)).toThrow(expect.objectContaining({ code: "rule_violation" }));
  });

  it("are refused whole when one of them is with somebody else or is not there", () => {
    const two = { ...kit, parts: [{ modelId: "MDL0000001", quantity: 2 }] };
    expect(() => give([laptop, inUse({ id: "AST0000002" })], two)).toThrow(
      expect.objectContaining({ code: "illegal_transition" }),
    );
    expect(() => give([laptop, undefined], two)).toThrow(expect.objectContaining({ code: "invalid_input" }));
  });

  it("take what goes along from stock, as an entry of its ledger that is told once", () => {
    const moves = [{ stockId: "STR0000001.MDL0000003", onHand: -2, available: -2 }];
    const body = { holderId: "eve", isLoan: false, assetIds: [laptop, ...screens].map(({ id }) => id) };
    const decisions = checkOutTogether([laptop, ...screens], body, kit, on(), moves);
    const told = decisions.flatMap((decision) =>
      decision.map(({ data }) => (data as AssetEvent).moves ?? []),
    );
    expect(told.flat().filter(({ stockId }) => stockId === moves[0]?.stockId)).toEqual(moves);
  });
});
