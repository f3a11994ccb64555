import fc from "fast-check";
import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { otherOrder } from "./other-order.ts";

describe("what of a record is to change", () => {
  it("is nothing where the same comes with its keys in another order", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]+$/), fc.jsonValue()), (record) => {
        expect(changedFields(record, otherOrder(record) as typeof record)).toEqual({});
      }),
    );
  });

  it("is a list whose parts are in another order", () => {
    expect(changedFields({ ciIds: ["a", "b"] }, { ciIds: ["b", "a"] })).toEqual({ ciIds: ["b", "a"] });
  });

  it("is each wanted field that differs, and no other", () => {
    const record = { title: "Old", plan: { steps: [1], owner: "kim" }, note: "stays" };
    const plan = { owner: "kim", steps: [1, 2] };
    expect(changedFields(record, { title: "Old", plan })).toEqual({ plan });
  });
});
