import type { Asset } from "../../../services/asset/asset.ts";
import { accept } from "../../../services/asset/decisions/accept.ts";
import { repair, resume } from "../../../services/asset/decisions/care.ts";
import {
  checkIn,
  checkOut,
  deploy,
  move,
  requestReturn,
} from "../../../services/asset/decisions/hand-out.ts";
import { remind } from "../../../services/asset/decisions/remind.ts";
import { actor, applied, asset, inUse, location, model, movesOf, now, on, stockroom } from "./given.ts";

const handOut = (more: Partial<Parameters<typeof checkOut.decide>[1]> = {}) => ({
  holderId: "eve",
  isLoan: false,
  ...more,
});
const later = "2026-03-09T10:00:00.000Z";

describe("handing out", () => {
  it("gives an asset to a person, out of the stockroom's count", () => {
    const decision = checkOut.decide(asset(), handOut({ locationId: location.id }), on());
    expect(applied(asset(), decision)).toMatchObject({
      state: "in_use",
      holderId: "eve",
      checkedOutAt: now,
      location: "Oslo",
    });
    expect(movesOf(decision)).toEqual([{ stockId: "STR0000001.MDL0000001", onHand: -1, available: -1 }]);
  });

  it("is refused for what somebody has already", () => {
    expect(() => checkOut.decide(inUse(), handOut({ holderId: "emil" }), on())).toThrow(
      expect.objectContaining({ code: "illegal_transition" }),
    );
  });

  it.each(["defective", "legal_hold", "quarantine", "on_hold"])(
    "is refused for what is in stock as %s",
    (substate) => {
      for (const decide of [
        () => checkOut.decide(asset({ substate }), handOut(), on()),
        () => deploy.decide(asset({ substate }), { locationId: location.id }, on()),
      ])
        expect(decide).toThrow(expect.objectContaining({ code: "rule_violation" }));
    },
  );

  it("as a loan needs a day of return that is to come", () => {
    expect(() => checkOut.decide(asset(), handOut({ isLoan: true }), on())).toThrow(
      expect.objectContaining({ code: "rule_violation" }),
    );
    expect(() => checkOut.decide(asset(), handOut({ isLoan: true, expectedReturnAt: now }), on())).toThrow(
      expect.objectContaining({ code: "invalid_input" }),
    );
    const lent = checkOut.decide(asset(), handOut({ isLoan: true, expectedReturnAt: later }), on());
    expect(applied(asset(), lent)).toMatchObject({ isLoan: true, expectedReturnAt: later });
  });

  it("asks the holder to confirm the terms of the model, or others that are said", () => {
    const terms = { ...model, acceptance: "I lock it" };
    const asks = (body = {}) =>
      applied(asset(), checkOut.decide(asset(), handOut(body), on({ model: terms }))).acceptance;
    expect(asks()).toEqual({ asks: "I lock it" });
    expect(asks({ asks: "I return it" })).toEqual({ asks: "I return it" });
    expect(applied(asset(), checkOut.decide(asset(), handOut(), on())).acceptance).toBeUndefined();
  });

  it("to the next person directly asks that person anew and is remembered", () => {
    const held = inUse({ acceptance: { asks: "I lock it", answer: "accepted" } });
    const moved = applied(held, move.decide(held, { holderId: "emil" }, on()));
    expect(moved).toMatchObject({ holderId: "emil", lastHolderId: "eve", checkedOutAt: now });
    expect(moved.acceptance).toBeUndefined();
  });

  it("a move to where it is changes nothing", () => {
    const held = inUse({ locationId: location.id });
    expect(move.decide(held, { locationId: location.id }, on())).toEqual([]);
    expect(move.decide(held, { holderId: "eve" }, on())).toEqual([]);
  });
});

describe("confirming", () => {
  const asked = inUse({ acceptance: { asks: "I lock it" } });
  const signed = { accepted: true, signature: "Eve" };

  it("is the holder's alone", () => {
    expect(() => accept.decide(asked, signed, on({}, actor("emil")))).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
    const [happened] = accept.decide(asked, signed, on({}, actor("eve")));
    expect(happened?.event.type).toBe("AssetAccepted");
    expect(applied(asked, accept.decide(asked, signed, on({}, actor("eve")))).acceptance).toEqual({
      asks: "I lock it",
      answer: "accepted",
      answeredAt: now,
      signature: "Eve",
    });
  });

  it("happens once, and may be a no", () => {
    const [happened] = accept.decide(asked, { ...signed, accepted: false }, on({}, actor("eve")));
    expect(happened?.event.type).toBe("AssetDeclined");
    const answered = applied(asked, accept.decide(asked, signed, on({}, actor("eve"))));
    expect(() => accept.decide(answered, signed, on({}, actor("eve")))).toThrow(
      expect.objectContaining({ code: "illegal_transition" }),
    );
  });
});

describe("taking back", () => {
  it("leaves the asset with nobody, counted where it is put", () => {
    const held = inUse({ isLoan: true, expectedReturnAt: later, acceptance: { asks: "x" } });
    const decision = checkIn.decide(held, { stockroomId: stockroom.id }, on());
    const back = applied(held, decision);
    expect(back).toMatchObject({ state: "in_stock", substate: "available", lastHolderId: "eve" });
    for (const field of ["holderId", "isLoan", "expectedReturnAt", "acceptance"] as const)
      expect(back[field]).toBeUndefined();
    expect(movesOf(decision)).toEqual([{ stockId: "STR0000001.MDL0000001", onHand: 1, available: 1 }]);
  });

  it("of something broken counts it as there, but not as to be had", () => {
    const decision = checkIn.decide(inUse(), { stockroomId: stockroom.id, substate: "defective" }, on());
    expect(movesOf(decision)).toEqual([{ stockId: "STR0000001.MDL0000001", onHand: 1, available: 0 }]);
  });

  it("takes only reasons for which something is in stock", () => {
    expect(() => checkIn.decide(inUse(), { stockroomId: stockroom.id, substate: "sold" }, on())).toThrow(
      expect.objectContaining({ code: "invalid_input" }),
    );
  });

  it("is not asked for later than it is promised to somebody else", () => {
    const promised = {
      id: "1",
      personId: "emil",
      from: "2026-03-10T00:00:00.000Z",
      to: "2026-03-20T00:00:00.000Z",
    };
    const held = { ...inUse(), reservations: [promised] } as Asset;
    const by = (day: string) => requestReturn.decide(held, { by: `2026-03-${day}T00:00:00.000Z` }, on());
    expect(by("10")[0]?.changes).toMatchObject({ substate: "pending_return" });
    expect(() => by("12")).toThrow(expect.objectContaining({ code: "rule_violation" }));
  });

  it("is asked for until it happens: when it is due, and every week after that", () => {
    const held = inUse();
    const asked = applied(held, requestReturn.decide(held, { by: later }, on()));
    expect(asked).toMatchObject({ substate: "pending_return", expectedReturnAt: later });
    expect(remind(asked, now)).toEqual([]);
    const chased = applied(asked, remind(asked, later));
    expect(chased.chasedAt).toBe(later);
    expect(remind(chased, "2026-03-16T09:59:59.000Z")).toEqual([]);
    expect(remind(chased, "2026-03-16T10:00:00.000Z").map(({ event }) => event.type)).toEqual([
      "AssetReturnOverdue",
    ]);
    const back = applied(chased, checkIn.decide(chased, { stockroomId: stockroom.id }, on()));
    expect(remind(back, "2027-01-01T00:00:00.000Z")).toEqual([]);
  });
});

describe("the end of a repair", () => {
  it("puts nothing in use that came from stock, wherever the stockroom is", () => {
    const room = { ...stockroom, locationId: location.id };
    const stocked = applied(
      inUse(),
      checkIn.decide(inUse(), { stockroomId: room.id }, on({ stockroom: room })),
    );
    const away = applied(stocked, repair.decide(stocked, { what: "Fan" }, on()));
    expect(() => resume.decide(away, {}, on())).toThrow(expect.objectContaining({ code: "rule_violation" }));
    const held = applied(inUse(), repair.decide(inUse(), { what: "Fan" }, on()));
    expect(applied(held, resume.decide(held, {}, on())).state).toBe("in_use");
  });
});
