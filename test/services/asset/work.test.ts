import type { Asset } from "../../../services/asset/asset.ts";
import { assetEdges } from "../../../services/asset/asset-edges.ts";
import { accept } from "../../../services/asset/decisions/accept.ts";
import { askBack, handOverCostCenter } from "../../../services/asset/decisions/depart.ts";
import { dueAt } from "../../../services/asset/decisions/due.ts";
import { checkIn, checkOut, requestReturn } from "../../../services/asset/decisions/hand-out.ts";
import { remind } from "../../../services/asset/decisions/remind.ts";
import type { CostCenter } from "../../../services/asset/parties.ts";
import { overdue, toReturn, unaccepted, warrantyEnding } from "../../../services/asset/targets.ts";
import { actor, applied, asset, inUse, now, on, stockroom } from "./given.ts";

const lists = (given: Asset) => assetEdges(given).map(({ target }) => target);
const types = (given: Asset, at: string) => remind(given, at).map(({ event }) => event.type);
const day = "2026-03-09T10:00:00.000Z";
const later = "2026-03-20T00:00:00.000Z";

describe("what somebody is to look after among assets", () => {
  it("is to come back once it was asked back, and overdue once it was asked for in vain", () => {
    const asked = applied(inUse(), requestReturn.decide(inUse(), { by: day }, on()));
    expect([lists(inUse()), lists(asked)]).toEqual([[], [toReturn]]);
    const chased = applied(asked, remind(asked, later));
    expect(assetEdges(chased)).toMatchObject([
      { target: toReturn, order: `${day}#${chased.id}` },
      { target: overdue, order: `${day}#${chased.id}` },
    ]);
    const back = applied(chased, checkIn.decide(chased, { stockroomId: stockroom.id }, on()));
    expect(lists(back)).toEqual([]);
  });

  it("is to come back from who leaves, whoever gave it to them", () => {
    expect(lists(applied(inUse(), askBack(inUse(), "eve", day)))).toEqual([toReturn]);
  });

  it("is not confirmed until its holder says yes; a no is looked after, too", () => {
    const body = { holderId: "eve", isLoan: false, asks: "I take care of it" };
    const given = applied(asset(), checkOut.decide(asset(), body, on()));
    const said = (accepted: boolean) =>
      applied(given, accept.decide(given, { accepted, signature: "Eve" }, on({}, actor("eve"))));
    expect([given, said(true), said(false)].map(lists)).toEqual([[unaccepted], [], [unaccepted]]);
    const unasked = applied(asset(), checkOut.decide(asset(), { holderId: "eve", isLoan: false }, on()));
    expect(lists(unasked)).toEqual([]);
  });

  it("ends its warranty soon, while it is not retired", () => {
    const ending = inUse({ warrantyEndsOn: "2026-03-31" });
    const told = applied(ending, remind(ending, later));
    expect([lists(ending), lists(told), lists({ ...told, state: "retired" })]).toEqual([
      [],
      [warrantyEnding],
      [],
    ]);
  });
});

describe("the money of somebody who is gone", () => {
  const center = { id: "CCT0000001", name: "IT", state: "active", ownerId: "nora" } as CostCenter;

  it("is answered for by who takes over, and waits for somebody where nobody does", () => {
    const changes = (...to: (string | undefined)[]) =>
      to.flatMap((each) => handOverCostCenter(center, "nora", each)).map((each) => each.changes);
    expect(changes("abe", undefined)).toEqual([{ ownerId: "abe" }]);
    expect(handOverCostCenter({ ...center, ownerId: "eve" }, "nora", "abe")).toEqual([]);
  });
});

describe("a holder who has not said whether they have it", () => {
  const asks = { asks: "I take care of it" };
  const given = inUse({ checkedOutAt: now, acceptance: asks });

  it("is asked again every three days until they answer", () => {
    expect(dueAt(given)).toBe("2026-03-05T10:00:00.000Z");
    expect(types(given, "2026-03-05T09:59:59.000Z")).toEqual([]);
    expect(types(given, "2026-03-05T10:00:00.000Z")).toEqual(["AssetAcceptanceReminded"]);
    const reminded = applied(given, remind(given, "2026-03-05T10:00:00.000Z"));
    expect(reminded.acceptance).toMatchObject(asks);
    expect(dueAt(reminded)).toBe("2026-03-08T10:00:00.000Z");
    const answered = { ...reminded, acceptance: { ...asks, answer: "declined" as const } };
    expect([dueAt(answered), types(answered, later)]).toEqual([undefined, []]);
  });

  it("is not asked about what is not with them", () => {
    expect(types({ ...given, state: "in_maintenance" }, later)).toEqual([]);
    expect(types({ ...given, acceptance: undefined }, later)).toEqual([]);
  });
});
