import {
  editedAsset,
  shownFacts,
  typedFacts,
} from "../../../services/portal/src/pages/assets/edited-asset.ts";
import { idsIn, labelsOf, mostLabels } from "../../../services/portal/src/pages/assets/label-address.ts";
import { codesIn, linesAt, partsOf, rowsIn } from "../../../services/portal/src/pages/assets/pasted-rows.ts";
import { entitlementBody } from "../../../services/portal/src/pages/software/entitlement-actions.ts";
import {
  isNoAmount,
  isSameMoney,
  moneyTyped,
  typedMoney,
} from "../../../services/portal/src/parts/form/typed-money.ts";

describe("a pasted delivery note", () => {
  it("is one asset per line: serial number, inventory number, name", () => {
    expect(rowsIn("S1\r\n\n S2 ,\tN2\nS3;N3;Big screen\n,N4")).toEqual([
      { serial: "S1" },
      { serial: "S2", name: "N2" },
      { serial: "S3", tag: "N3", name: "Big screen" },
      { tag: "N4" },
    ]);
    expect(rowsIn("S5\tN5")).toEqual([{ serial: "S5", tag: "N5" }]);
  });

  it("leaves the lines that were refused as they were typed", () => {
    expect(linesAt("S1\n\nS2, N2\nS3", [1, 2])).toBe("S2, N2\nS3");
  });

  it("is sent in parts that lose nothing", () => {
    const rows = Array.from({ length: 250 }, (_, at) => at);
    expect(partsOf(rows, 100).map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(partsOf(rows, 100).flat()).toEqual(rows);
    expect(partsOf([], 100)).toEqual([]);
  });
});

it("what was scanned twice is one code, and blanks within a code stay", () => {
  expect(codesIn("N1\nN2\tN1, HP 12\n\n")).toEqual(["N1", "N2", "HP 12"]);
});

it("an address asks for no more labels than are printed at once", () => {
  const ids = Array.from({ length: mostLabels + 1 }, (_, at) => `AST${at}`);
  const search = labelsOf(ids).split("?")[1] ?? "";
  expect(idsIn(search)).toEqual(ids.slice(0, mostLabels));
  expect(idsIn("")).toEqual([]);
});

describe("an amount that is typed", () => {
  it("is sent in the minor unit of its currency, also with a comma", () => {
    expect(moneyTyped({ amount: "12,50", currency: "EUR" })).toEqual({ amount: 1250, currency: "EUR" });
    expect(moneyTyped({ amount: "12", currency: "JPY" })).toEqual({ amount: 12, currency: "JPY" });
  });

  it("is none while it is no number, and says so", () => {
    expect(moneyTyped({ amount: "abc", currency: "EUR" })).toBeUndefined();
    expect(isNoAmount({ amount: "abc", currency: "EUR" })).toBe(true);
    expect(isNoAmount({ amount: "", currency: "EUR" })).toBe(false);
    expect(isSameMoney(moneyTyped({ amount: "abc", currency: "EUR" }), undefined)).toBe(true);
  });

  it("is what it was", () => {
    const money = { amount: 149_950, currency: "EUR" };
    expect(isSameMoney(moneyTyped(typedMoney(money)), money)).toBe(true);
  });
});

it("a fact of an asset that is emptied is taken away, and what nobody touched is not sent otherwise", () => {
  const asset = { id: "AST1", name: "Laptop", tag: "N1", purchase: { amount: 1, currency: "EUR" } };
  const base = editedAsset(asset as unknown as Parameters<typeof editedAsset>[0]);
  expect(typedFacts(shownFacts(base))).toEqual(base);
  const { tag: _tag, ...rest } = shownFacts(base);
  expect(typedFacts(rest)).toEqual({ ...base, tag: null });
});

it("rights without an amount cost nothing that is known", () => {
  expect(entitlementBody("MDL1", { quantity: 5, currency: "EUR" })).toEqual({ modelId: "MDL1", quantity: 5 });
  expect(entitlementBody("MDL1", { quantity: 5, amount: 9.5, currency: "EUR" })).toEqual({
    modelId: "MDL1",
    quantity: 5,
    cost: { amount: 950, currency: "EUR" },
  });
});
