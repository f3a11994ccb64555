import {
  askedFirst,
  isToBeConfirmed,
  isToBeReturned,
  type MyAsset,
} from "../../../services/portal/src/pages/my-assets/asked.ts";

const asset = (name: string, more: Partial<MyAsset> = {}): MyAsset =>
  ({ name, substate: "none", state: "in_use", ...more }) as MyAsset;

describe("what somebody is asked about their devices", () => {
  const asks = "I keep it locked.";
  const loan = asset("Loan", { isLoan: true, expectedReturnAt: "2026-03-02T00:00:00.000Z" });
  const leaving = asset("Leaving", {
    substate: "pending_return",
    expectedReturnAt: "2026-03-01T00:00:00.000Z",
  });
  const open = asset("Open", { acceptance: { asks } });
  const answered = asset("Answered", { acceptance: { asks, answer: "accepted" } });

  it("is to confirm what they have not answered, and no more what they have", () => {
    expect(isToBeConfirmed(open)).toBe(true);
    expect(isToBeConfirmed(answered)).toBe(false);
  });

  it("is to give back what was lent or is asked back", () => {
    expect([loan, leaving, open, answered].filter(isToBeReturned)).toEqual([loan, leaving]);
  });

  it("stands first: to be confirmed, then to be given back, the soonest first", () => {
    expect(askedFirst([answered, loan, leaving, open])).toEqual([open, leaving, loan, answered]);
  });
});
