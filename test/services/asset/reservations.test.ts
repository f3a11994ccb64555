import fc from "fast-check";
import type { Asset } from "../../../services/asset/asset.ts";
import { checkOut, deploy, move } from "../../../services/asset/decisions/hand-out.ts";
import { cancelReservation, reserve } from "../../../services/asset/decisions/reserve.ts";
import { overlap } from "../../../services/asset/reservation.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { applied, asset, inUse, location, on } from "./given.ts";

const hour = 3_600_000;
const start = Date.parse("2026-04-01T00:00:00.000Z");
const at = (hours: number): string => new Date(start + hours * hour).toISOString();
const promise = (personId: string, from: number, to: number) => ({ personId, from: at(from), to: at(to) });
const reserved = (given: Asset, ...promises: readonly ReturnType<typeof promise>[]): Asset =>
  promises.reduce((before, each) => applied(before, reserve.decide(before, each, on())), given);
const refused = (code: string) => expect.objectContaining({ code });

describe("a reservation", () => {
  it("may begin when another ends, and not before", () => {
    const once = reserved(asset(), promise("eve", 10, 20));
    expect(() => reserve.decide(once, promise("emil", 19, 30), on())).toThrow(refused("rule_violation"));
    expect(reserved(once, promise("emil", 20, 30)).reservations.map(({ id }) => id)).toEqual(["1", "2"]);
  });

  it("is for a time to come, of an asset that will be there", () => {
    expect(() => reserve.decide(asset(), promise("eve", 20, 10), on())).toThrow(refused("invalid_input"));
    expect(() => reserve.decide(asset(), promise("eve", -2000, -1000), on())).toThrow(
      refused("invalid_input"),
    );
    expect(() => reserve.decide(inUse(), promise("eve", 10, 20), on())).toThrow(refused("rule_violation"));
    const back = inUse({ isLoan: true, expectedReturnAt: at(10) });
    expect(reserved(back, promise("eve", 10, 20)).reservations).toHaveLength(1);
    for (const state of ["missing", "retired"] as const)
      expect(() => reserve.decide(asset({ state }), promise("eve", 10, 20), on())).toThrow(
        refused("illegal_transition"),
      );
  });

  it("keeps others from having the asset then, and is used up by who it is for", () => {
    const kept = reserved(asset(), promise("eve", 10, 20));
    const give = (holderId: string, until?: number) =>
      checkOut.decide(
        kept,
        { holderId, isLoan: false, ...(until === undefined ? {} : { expectedReturnAt: at(until) }) },
        on(),
      );
    expect(() => give("emil")).toThrow(refused("rule_violation"));
    expect(() => give("emil", 11)).toThrow(refused("rule_violation"));
    expect(applied(kept, give("emil", 10)).reservations).toHaveLength(1);
    expect(applied(kept, give("eve", 20)).reservations).toEqual([]);
    expect(() => deploy.decide(kept, { locationId: location.id }, on())).toThrow(refused("rule_violation"));
    const lent = inUse({ reservations: kept.reservations });
    expect(() => move.decide(lent, { holderId: "emil" }, on())).toThrow(refused("rule_violation"));
  });

  it("can be taken back, once", () => {
    const kept = reserved(asset(), promise("eve", 10, 20), promise("emil", 30, 40));
    const left = applied(kept, cancelReservation.decide(kept, { reservationId: "1" }, on()));
    expect(left.reservations.map(({ personId }) => personId)).toEqual(["emil"]);
    expect(() => cancelReservation.decide(left, { reservationId: "1" }, on())).toThrow(
      refused("illegal_transition"),
    );
  });

  it("never overlaps another, whatever is asked for in whatever order", () => {
    const asked = fc.record({
      personId: fc.constantFrom("eve", "emil", "ann"),
      from: fc.integer({ min: 0, max: 60 }),
      long: fc.integer({ min: 1, max: 20 }),
      cancels: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 40 }), (all) => {
        let current = asset();
        let refusals = 0;
        for (const { personId, from, long, cancels } of all) {
          const [first] = current.reservations;
          if (cancels && first)
            current = applied(current, cancelReservation.decide(current, { reservationId: first.id }, on()));
          try {
            current = reserved(current, promise(personId, from, from + long));
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            refusals += 1;
            // A refusal is right: something there is in the way.
            const span = { from: at(from), to: at(from + long) };
            expect(current.reservations.some((each) => overlap(each, span))).toBe(true);
          }
        }
        const { reservations } = current;
        for (const [i, each] of reservations.entries())
          for (const other of reservations.slice(i + 1)) expect(overlap(each, other)).toBe(false);
        expect(new Set(reservations.map(({ id }) => id)).size).toBe(reservations.length);
        expect(refusals).toBeLessThanOrEqual(all.length);
      }),
    );
  });
});
