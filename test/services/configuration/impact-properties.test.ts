import * as fc from "fast-check";
import { impacted, type Need, node, pair, plain, walked } from "./given-graph.ts";

describe("for every graph", () => {
  const ids = Array.from({ length: 12 }, (_, i) => `n${String(i).padStart(2, "0")}`);
  const id = fc.constantFrom(...ids);
  const needs = (group: fc.Arbitrary<string | undefined>) =>
    fc.uniqueArray(
      fc.record({ needs: id, needed: id, group }).filter((each) => each.needs !== each.needed),
      { maxLength: 30, selector: ({ needs: a, needed: b }) => `${a} ${b}` },
    ) as fc.Arbitrary<Need[]>;
  const some = fc.uniqueArray(id, { minLength: 1, maxLength: 4 });
  const redundant = fc
    .array(fc.record({ atLeast: fc.integer({ min: 1, max: 3 }) }), { minLength: 12, maxLength: 12 })
    .map((all) => ids.map((each, i) => node(each, pair(all[i] ?? { atLeast: 1 }))));

  it("without redundancy, more failures and more relations never mean less impact", async () => {
    await fc.assert(
      fc.asyncProperty(
        needs(fc.constant(undefined)),
        needs(fc.constant(undefined)),
        some,
        some,
        async (a, b, s, t) => {
          const less = new Set([...s, ...(await impacted(s, plain(...ids), a))]);
          const more = new Set([...s, ...t, ...(await impacted([...s, ...t], plain(...ids), [...a, ...b]))]);
          expect([...less].filter((each) => !more.has(each))).toEqual([]);
        },
      ),
    );
  });

  it("with redundancy, more failures never mean less impact", async () => {
    await fc.assert(
      fc.asyncProperty(
        needs(fc.constantFrom(undefined, "pair")),
        redundant,
        some,
        some,
        async (a, nodes, s, t) => {
          const less = new Set([...s, ...(await impacted(s, nodes, a))]);
          const more = new Set([...s, ...t, ...(await impacted([...s, ...t], nodes, a))]);
          expect([...less].filter((each) => !more.has(each))).toEqual([]);
        },
      ),
    );
  });

  it("one more member of a group that does not fail never means more impact", async () => {
    const needed = fc.oneof(
      fc.record({ atLeast: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ percent: fc.integer({ min: 1, max: 100 }) }),
    );
    await fc.assert(
      fc.asyncProperty(
        needs(fc.constantFrom(undefined, "pair")),
        needed,
        some,
        id,
        async (a, n, s, lucky) => {
          const nodes = [...ids.map((each) => node(each, pair(n))), node("peer")];
          const before = await impacted(s, nodes, a);
          const after = await impacted(s, nodes, [...a, { needs: lucky, needed: "peer", group: "pair" }]);
          expect(after.filter((each) => !before.includes(each))).toEqual([]);
        },
      ),
    );
  });

  it("the result is the least set closed under the rules", async () => {
    await fc.assert(
      fc.asyncProperty(needs(fc.constantFrom(undefined, "pair")), redundant, some, async (a, nodes, s) => {
        const down = new Set(s);
        for (let grew = true; grew; ) {
          grew = false;
          for (const { id: own, redundancy } of nodes) {
            if (down.has(own)) continue;
            const mine = a.filter((each) => each.needs === own);
            const members = mine.filter(({ group }) => group !== undefined);
            const lost = members.filter((each) => down.has(each.needed));
            const needed = redundancy?.[0]?.needed as { atLeast: number };
            const suffers =
              mine.some((each) => each.group === undefined && down.has(each.needed)) ||
              (lost.length > 0 && members.length - lost.length < needed.atLeast);
            if (suffers) grew = Boolean(down.add(own));
          }
        }
        expect(await impacted(s, nodes, a)).toEqual([...down].filter((each) => !s.includes(each)).toSorted());
      }),
    );
  });

  it("every path goes over relations that are there, from a CI that failed", async () => {
    await fc.assert(
      fc.asyncProperty(needs(fc.constant(undefined)), some, async (a, s) => {
        const { reached } = await walked(s, plain(...ids), a);
        for (const { node: own, via, depth } of reached.values()) {
          if (via === undefined) expect(s).toContain(own.id);
          else {
            expect(a).toContainEqual({ needs: own.id, needed: via.fromId, group: undefined });
            expect(reached.get(via.fromId)?.depth).toBe(depth - 1);
          }
        }
      }),
    );
  });
});
