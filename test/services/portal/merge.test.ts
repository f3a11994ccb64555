import fc from "fast-check";
import { changesOf, conflictsOf, merged } from "../../../services/portal/src/parts/record/merge.ts";

const before = { title: "Old", urgency: 3, location: null, ciIds: ["a"] };

describe("merging edits of the same record", () => {
  it("sends only the fields that were changed", () => {
    expect(changesOf(before, { ...before, title: "New" })).toEqual({ title: "New" });
  });

  it("asks about nothing when two people changed different fields", () => {
    const [yours, theirs] = [
      { ...before, title: "Mine" },
      { ...before, urgency: 1 },
    ];
    expect(conflictsOf(before, yours, theirs)).toEqual([]);
    expect(merged(before, yours, [])).toEqual({ title: "Mine" });
  });

  it("asks about a field that both changed differently", () => {
    const [yours, theirs] = [
      { ...before, title: "Mine" },
      { ...before, title: "Theirs" },
    ];
    expect(conflictsOf(before, yours, theirs)).toEqual([
      { field: "title", before: "Old", yours: "Mine", theirs: "Theirs" },
    ]);
  });

  it("does not ask when both changed a field to the same", () => {
    const same = { ...before, title: "Same" };
    expect(conflictsOf(before, same, same)).toEqual([]);
  });

  it("leaves a field to the other person where they are chosen", () => {
    const yours = { ...before, title: "Mine", urgency: 1 };
    expect(merged(before, yours, ["title"])).toEqual({ urgency: 1 });
  });

  it("never loses a change: each ends in the result, or was given up by choice", () => {
    const record = fc.record({
      a: fc.nat(3),
      b: fc.option(fc.nat(3)),
      c: fc.array(fc.nat(2), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(record, record, record, fc.subarray(["a", "b", "c"]), (base, yours, theirs, chosen) => {
        const asked = conflictsOf(base, yours, theirs).map(({ field }) => field);
        const givenUp = chosen.filter((field) => asked.includes(field));
        const after = { ...theirs, ...merged(base, yours, givenUp) };
        for (const [field, value] of Object.entries(changesOf(base, yours)))
          expect(after[field as keyof typeof after]).toEqual(
            givenUp.includes(field) ? theirs[field as keyof typeof theirs] : value,
          );
        for (const [field, value] of Object.entries(changesOf(base, theirs)))
          if (!asked.includes(field)) expect(after[field as keyof typeof after]).toEqual(value);
      }),
    );
  });
});
