import fc from "fast-check";
import { isSame } from "../../../shared/domain/is-same.ts";
import { otherOrder } from "./other-order.ts";

describe("two values are the same", () => {
  it("whatever the order of their keys, and only where nothing else differs", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(isSame(one, otherOrder(one))).toBe(true);
        expect(isSame([one], [one, other])).toBe(false);
        expect(isSame({ a: one, b: other }, { a: other, b: one })).toBe(isSame(one, other));
      }),
    );
  });

  it("where a field is undefined in one of them and absent in the other", () => {
    expect(isSame({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(isSame(undefined, undefined)).toBe(true);
    expect(isSame(undefined, null)).toBe(false);
  });

  it("not where texts of one length differ, or a list has another order", () => {
    expect(isSame({ a: "xy", b: "z" }, { a: "x", b: "yz" })).toBe(false);
    expect(isSame(["a", "b"], ["b", "a"])).toBe(false);
  });
});
