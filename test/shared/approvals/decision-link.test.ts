import * as fc from "fast-check";
import { openLink, sealLink } from "../../../shared/approvals/decision-link.ts";
import { hoursLater, start } from "./given.ts";

const key = Buffer.from("a key of the test");
const claims = { recordId: "R1", round: 1, step: 1, personId: "p1", expiresAt: hoursLater(1) };

describe("a signed link", () => {
  test("says what was sealed in it", () => {
    expect(openLink(key, sealLink(key, claims), start)).toEqual(claims);
  });

  test("is nothing after its time, or with another key", () => {
    expect(openLink(key, sealLink(key, claims), hoursLater(1))).toBeUndefined();
    expect(openLink(Buffer.from("another"), sealLink(key, claims), start)).toBeUndefined();
  });

  test("is nothing when anything about it is changed", () => {
    const link = sealLink(key, claims);
    fc.assert(
      fc.property(fc.nat(link.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, other) => {
        const changed = link.slice(0, at) + other + link.slice(at + 1);
        fc.pre(changed !== link);
        expect(openLink(key, changed, start)).toBeUndefined();
      }),
    );
  });

  test("is nothing when it is no link", () => {
    fc.assert(fc.property(fc.string(), (text) => openLink(key, text, start) === undefined));
  });
});
