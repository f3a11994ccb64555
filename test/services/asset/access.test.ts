import { viewAsset } from "../../../services/asset/access.ts";
import { actor, inUse, now } from "./given.ts";

const reservation = {
  id: "1",
  personId: "emil",
  from: "2026-05-01T00:00:00.000Z",
  to: "2026-05-02T00:00:00.000Z",
};
const lent = inUse({
  reservations: [{ ...reservation }, { ...reservation, id: "2", personId: "nora" }] as never,
  checkedOutAt: now,
  isLoan: true,
  expectedReturnAt: "2026-04-01T00:00:00.000Z",
  acceptance: { asks: "Take care of it", answer: "accepted", answeredAt: now, signature: "Eve" },
});

describe("an asset that somebody else has", () => {
  it("tells who reserved it nothing of who has it, nor of what they signed", () => {
    const seen = viewAsset(actor("emil", "employee"), lent);
    expect(seen?.reservations).toEqual([reservation]);
    expect(seen?.acceptance).toBeUndefined();
    expect(JSON.stringify(seen)).not.toMatch(/eve/i);
    expect(seen?.expectedReturnAt).toBeUndefined();
  });

  it("is whole to its holder and to who works with assets, and nothing to others", () => {
    expect(viewAsset(actor("eve", "employee"), lent)).toMatchObject({
      holderId: "eve",
      acceptance: { signature: "Eve" },
      reservations: [],
    });
    expect(viewAsset(actor("ann", "agent"), lent)?.reservations).toHaveLength(2);
    expect(viewAsset(actor("kim", "employee"), lent)).toBeUndefined();
  });
});
