import * as fc from "fast-check";
import type { Ci } from "../../../services/configuration/ci.ts";
import { ownIn, relationsIn, tiesOfCi } from "../../../services/configuration/ties-of.ts";

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
const ci = fc.record({
  id: fc.constantFrom("CI0000001", "CI0000002"),
  name: fc.string({ minLength: 1 }),
  classPath: fc.array(fc.constantFrom("ci", "hardware", "server"), { minLength: 1 }),
  state: fc.constantFrom("planned", "live", "maintenance", "retired"),
  criticality: fc.constantFrom("high", "medium", "low"),
  ownerId: maybe(fc.string({ minLength: 1 })),
  teamId: maybe(fc.string({ minLength: 1 })),
  redundancy: maybe(fc.constant([{ group: "pair", needed: { atLeast: 1 } }])),
  restricted: fc.boolean(),
});

describe("what a CI says of itself among those who suffer from it", () => {
  it("is all that a walk needs to know of it", () => {
    fc.assert(
      fc.property(ci, (each) => {
        const [tie] = tiesOfCi(each as unknown as Ci);
        const bundle = { entries: new Map([[tie?.entry ?? "", tie?.value]]), total: 1 };
        expect(ownIn(each.id, bundle)).toEqual({ ...each, classId: each.classPath.at(-1) });
      }),
    );
  });

  it("is no relation, and is not counted as one", () => {
    const [tie] = tiesOfCi({ id: "CI0000001", classPath: ["ci"] } as unknown as Ci);
    const entries = new Map([
      [tie?.entry ?? "", tie?.value],
      ["CI0000002.depends-on.CI0000001", { s: 1 }],
    ]);
    expect(relationsIn({ entries, total: 7 })).toEqual({
      entries: new Map([["CI0000002.depends-on.CI0000001", { s: 1 }]]),
      total: 6,
    });
    expect(relationsIn({ entries: new Map([["a", 1]]), total: 7 }).total).toBe(7);
  });
});
