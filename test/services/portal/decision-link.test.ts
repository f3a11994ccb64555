import { claimsIn } from "../../../services/portal/src/decide/decision-claims.ts";
import { sealLink } from "../../../shared/approvals/decision-link.ts";

const claims = {
  recordId: "CHG0000001",
  about: "exception",
  round: 1,
  step: 1,
  personId: "søren.ø",
  expiresAt: "2026-03-09T10:00:00.000Z",
};

describe("the link of a decision in a mail", () => {
  it("says what is decided, as whom and until when, also of people with letters of their own", () => {
    const { recordId, about, personId, expiresAt } = claims;
    expect(claimsIn(sealLink(Buffer.from("key"), claims))).toEqual({ recordId, about, personId, expiresAt });
  });

  it("is about the change where it says nothing else", () => {
    const { about: _about, ...rest } = claims;
    expect(claimsIn(sealLink(Buffer.from("key"), rest))?.about).toBe("change");
  });

  it.each(["", "x", "%%%.y", `${Buffer.from("{}").toString("base64url")}.x`, "bnVsbA.x"])(
    "is none when it was cut off or is something else: %s",
    (token) => {
      expect(claimsIn(token)).toBeUndefined();
    },
  );
});
