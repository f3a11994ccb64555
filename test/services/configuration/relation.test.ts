import {
  refusePair,
  regroup,
  relate,
  relateAgain,
  unrelate,
} from "../../../services/configuration/decisions/relation.ts";
import { type Relation, relationId } from "../../../services/configuration/relation.ts";
import type { RelationType } from "../../../services/configuration/relation-type.ts";
import { seededRelationTypes } from "../../../services/configuration/seeds/relation-types.ts";
import { tiesOf } from "../../../services/configuration/ties-of.ts";
import { applied, registered } from "./given.ts";

const [a, b] = ["CI0000001", "CI0000002"] as const;
const at = (hour: number): string => `2026-03-02T${String(hour).padStart(2, "0")}:00:00.000Z`;
const typeOf = (id: string) => seededRelationTypes.get(id) as RelationType;
const made = (typeId = "depends-on"): Relation => {
  const id = relationId(a, typeId, b);
  return applied<Relation>({ id }, relate(id, typeOf(typeId), { weight: 1, now: at(8) }));
};
const bundles = (relation: Relation) => tiesOf(relation).map(({ bundle }) => bundle);

describe("a relation", () => {
  it("is allowed for classes that its type names and those below them", () => {
    const pdu = registered({ classId: "pdu" });
    expect(() => refusePair(typeOf("powered-by"), registered(), pdu)).not.toThrow();
    expect(() => refusePair(typeOf("powered-by"), pdu, registered())).toThrow();
  });

  it("is tied to who suffers and who is needed, as its type says", () => {
    expect(bundles(made())).toEqual([`down#${b}`, `up#${a}`]);
    expect(bundles(made("member-of"))).toEqual([`down#${a}`, `up#${b}`]);
    expect(bundles(made("managed-by"))).toEqual([`other#${a}`, `other#${b}`]);
  });

  it("that ended is of the past, with the time in which it was", () => {
    const ended = applied(made(), unrelate(made(), { now: at(9) }));
    expect(tiesOf(ended)).toEqual([
      expect.objectContaining({
        bundle: `down-past#${b}`,
        value: { p: [[Date.parse(at(8)), Date.parse(at(9)), 1]] },
      }),
      expect.objectContaining({ bundle: `up-past#${a}` }),
    ]);
  });

  it("that goes on is of both", () => {
    const ended = applied(made(), unrelate(made(), { now: at(9) }));
    const again = applied(ended, relateAgain(ended, { now: at(10), weight: 2, group: "pair" }));
    expect(bundles(again)).toEqual([`down#${b}`, `up#${a}`, `down-past#${b}`, `up-past#${a}`]);
    expect(tiesOf(again)[0]?.value).toEqual({ s: Date.parse(at(10)), w: 2, g: "pair" });
    expect(again.until).toBeUndefined();
  });

  it("that weighs otherwise remembers what it weighed", () => {
    const heavy = applied(made(), regroup(made(), { now: at(9), weight: 3 }));
    expect(heavy.past).toEqual([{ from: at(8), to: at(9), weight: 1 }]);
    expect(regroup(heavy, { now: at(10), weight: 3 })).toEqual([]);
  });

  it("ends once", () => {
    const ended = applied(made(), unrelate(made(), { now: at(9) }));
    expect(() => unrelate(ended, { now: at(10) })).toThrow(/not possible/);
  });
});
