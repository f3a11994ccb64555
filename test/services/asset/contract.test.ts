import { type Contract, ContractFields } from "../../../services/asset/contract.ts";
import {
  cancelContract,
  changeContract,
  contractDueAt,
  passTime,
  renew,
  sign,
} from "../../../services/asset/decisions/contract.ts";
import { lastDayOfMonths } from "../../../services/asset/decisions/days.ts";
import { contractRecords } from "../../../services/asset/software-table.ts";
import { applied } from "./given.ts";

const fields: ContractFields = {
  name: "Support",
  kind: "support",
  startsOn: "2026-01-01",
  endsOn: "2026-12-31",
  noticeDays: 90,
  billed: "yearly",
  assetIds: [],
};
const signed = (more: Partial<ContractFields> = {}): Contract =>
  applied({} as Contract, sign("CTR0000001", { ...fields, ...more }));
const types = (decision: ReturnType<typeof passTime>) => decision.map(({ event }) => event.type);

describe("a contract", () => {
  it("covers thousands of assets, of which none is part of its own transaction", () => {
    const number = (at: number) => `AST${String(at).padStart(12, "0")}`;
    const assetIds = Array.from({ length: 5000 }, (_, at) => number(at));
    const others = assetIds.map((_, at) => number(at + 5000));
    const parse = (ids: readonly string[]) => ContractFields.safeParse({ ...fields, assetIds: ids });
    expect([parse(assetIds).success, parse([...assetIds, number(5000)]).success]).toEqual([true, false]);
    const contract = signed({ assetIds });
    expect([contractRecords.edges?.(contract), contractRecords.spread?.(contract).length]).toEqual([
      [],
      5000,
    ]);
    const [told] = changeContract(contract, { ...fields, assetIds: others });
    // One item holds what was, what is and the snapshot that is published.
    const item = JSON.stringify([told?.data, assetIds, told?.changes]);
    expect(item.length).toBeLessThan(400_000);
  });

  it("is told of so many days before its end, once, and ends when its last day is over", () => {
    const contract = signed();
    expect(contractDueAt(contract)).toBe("2026-10-02T00:00:00.000Z");
    expect(passTime(contract, "2026-10-01T23:59:59.000Z")).toEqual([]);
    const notice = passTime(contract, "2026-10-02T00:00:00.000Z");
    expect(types(notice)).toEqual(["ContractNoticeDue"]);
    const noticed = applied(contract, notice);
    expect(contractDueAt(noticed)).toBe("2027-01-01T00:00:00.000Z");
    expect(passTime(noticed, "2026-12-31T23:59:59.000Z")).toEqual([]);
    const ended = applied(noticed, passTime(noticed, "2027-01-01T00:00:00.000Z"));
    expect(ended.state).toBe("expired");
    expect(contractDueAt(ended)).toBeUndefined();
  });

  it("that goes on by itself does so for its term, and is told of again", () => {
    const contract = signed({ renewsMonths: 12 });
    const next = applied(contract, passTime(contract, "2027-01-01T00:00:00.000Z"));
    expect(next).toMatchObject({ state: "active", endsOn: "2027-12-31", renewals: 1 });
    expect(next.noticed).toBeUndefined();
  });

  it("that was cancelled does not go on, unless somebody renews it", () => {
    const cancelled = applied(signed({ renewsMonths: 12 }), cancelContract(signed(), { reason: "Dear" }));
    expect(passTime(cancelled, "2030-01-01T00:00:00.000Z")).toEqual([]);
    expect(applied(cancelled, renew(cancelled, { endsOn: "2027-06-30" }))).toMatchObject({
      state: "active",
      cancellation: undefined,
    });
  });

  it("is renewed to a later day only", () => {
    expect(() => renew(signed(), { endsOn: "2026-12-31" })).toThrow(
      expect.objectContaining({ code: "invalid_input" }),
    );
  });

  it("with another end is told of anew, and with the same facts nothing happens", () => {
    const noticed = { ...signed(), noticed: true };
    expect(changeContract(noticed, fields)).toEqual([]);
    const longer = applied(noticed, changeContract(noticed, { ...fields, endsOn: "2027-01-31" }));
    expect(longer.noticed).toBeUndefined();
  });
});

it.each([
  ["2026-01-01", 12, "2026-12-31"],
  ["2026-01-31", 1, "2026-02-27"],
  ["2024-02-29", 12, "2025-02-27"],
  ["2026-03-15", 36, "2029-03-14"],
])("%s and %i months end on %s", (from, months, last) => {
  expect(lastDayOfMonths(from, months)).toBe(last);
});
