import fc from "fast-check";
import type { Ci } from "../../../services/configuration/ci.ts";
import { editCi } from "../../../services/configuration/decisions/ci.ts";
import { followChange } from "../../../services/configuration/decisions/follow-change.ts";
import { applied, chainOf, registered } from "./given.ts";

const on = { chain: chainOf("server"), dependents: { count: 0, ids: [] }, now: "2027-01-09T22:00:00.000Z" };
const set = { state: "maintenance" as const, location: "Bergen", attributes: { model: "R3" } };
const before = registered({ location: "Oslo", attributes: { model: "R2", serialNumber: "S-1" } });

type Told = { readonly sequence: number; readonly applies: boolean };

const followed = (
  ci: Ci,
  { sequence, applies }: Told,
  wanted: Parameters<typeof followChange>[1]["set"] = set,
) => applied<Ci>(ci, followChange(ci, { changeId: "CHG0000001", sequence, applies, set: wanted }, on));

const seen = ({ state, location, attributes }: Ci) => ({ state, location, attributes });

describe("a CI follows a change", () => {
  test("to what the change has made of it, and remembers what it was", () => {
    const after = followed(before, { sequence: 7, applies: true });
    expect(seen(after)).toEqual({
      state: "maintenance",
      location: "Bergen",
      attributes: { model: "R3", serialNumber: "S-1" },
    });
    expect(after.followedChanges).toEqual([
      {
        changeId: "CHG0000001",
        sequence: 7,
        applies: true,
        before: { state: "live", location: "Oslo", "attributes.model": "R2" },
      },
    ]);
  });

  test("back to what it was when the change is taken back, but for what somebody has said since then", () => {
    const made = followed(before, { sequence: 7, applies: true });
    expect(seen(followed(made, { sequence: 9, applies: false }))).toEqual(seen(before));
    const moved = applied<Ci>(made, editCi(made, { location: "Trondheim" }, on.chain));
    expect(seen(followed(moved, { sequence: 9, applies: false }))).toMatchObject({
      location: "Trondheim",
      attributes: { model: "R2" },
    });
  });

  test("also what had no value before has none again", () => {
    const wanted = { ownerId: "nora" };
    const made = followed(before, { sequence: 7, applies: true }, wanted);
    expect(made.ownerId).toBe("nora");
    expect(followed(made, { sequence: 8, applies: false }, wanted).ownerId).toBeUndefined();
  });

  test("in whatever order, and however often, it hears of the change: the newest word counts", () => {
    const word = fc.constantFrom<Told>(
      { sequence: 7, applies: true },
      { sequence: 9, applies: false },
      { sequence: 12, applies: true },
      { sequence: 13, applies: false },
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (told) => {
        const after = told.reduce<Ci>((ci, each) => followed(ci, each), before);
        const newest = told.toSorted((a, b) => b.sequence - a.sequence)[0] as Told;
        const expected = newest.applies ? seen(followed(before, newest)) : seen(before);
        expect(seen(after)).toEqual(expected);
      }),
    );
  });

  test("into retirement and back, with its facts", () => {
    const wanted = { state: "retired" as const, location: "Cellar" };
    const gone = followed(before, { sequence: 7, applies: true }, wanted);
    expect(seen(gone)).toMatchObject({ state: "retired", location: "Cellar" });
    expect(seen(followed(gone, { sequence: 8, applies: false }, wanted))).toEqual(seen(before));
  });

  test("nowhere its class or its state does not allow", () => {
    const invalid = expect.objectContaining({ code: "invalid_input" });
    expect(() => followed(before, { sequence: 7, applies: true }, { attributes: { colour: "red" } })).toThrow(
      invalid,
    );
    const retired = followed(before, { sequence: 7, applies: true }, { state: "retired" });
    const illegal = expect.objectContaining({ code: "illegal_transition" });
    const other = { changeId: "CHG0000002", sequence: 3, applies: true, set: { location: "Bergen" } };
    expect(() => followChange(retired, other, on)).toThrow(illegal);
  });
});
