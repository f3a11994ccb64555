import * as fc from "fast-check";
import type { Redundancy } from "../../../services/configuration/ci.ts";
import type { Node } from "../../../services/configuration/impact/graph.ts";
import { type Dependency, memoryGraph } from "../../../services/configuration/impact/memory-graph.ts";
import { type WalkOptions, walk } from "../../../services/configuration/impact/walk.ts";

const node = (id: string, more: Partial<Node> = {}): Node => ({
  id,
  name: id,
  classId: "server",
  classPath: ["ci", "server"],
  state: "live",
  criticality: "low",
  ...more,
});

type Need = {
  readonly needs: string;
  readonly needed: string;
  readonly group?: string;
  readonly weight?: number;
};
const dependency = ({ needs, needed, group, weight = 1 }: Need): Dependency => ({
  relationId: `${needs}.depends-on.${needed}`,
  typeId: "depends-on",
  needsId: needs,
  neededId: needed,
  weight,
  group,
});

const options: WalkOptions = {
  way: "down",
  depth: 100,
  most: 1000,
  notImpacted: new Set(),
  isOver: () => false,
};

const walked = (
  starts: readonly string[],
  nodes: readonly Node[],
  needs: readonly Need[],
  more: Partial<WalkOptions> = {},
) => walk(starts, { ...options, ...more }, memoryGraph(nodes, needs.map(dependency)));

const impacted = async (...args: Parameters<typeof walked>): Promise<string[]> => {
  const [starts] = args;
  const { reached } = await walked(...args);
  return [...reached.keys()].filter((id) => !starts.includes(id)).toSorted();
};

const pair = (needed: Redundancy["needed"]): Partial<Node> => ({ redundancy: [{ group: "pair", needed }] });
const chain: readonly Need[] = [
  { needs: "shop", needed: "web" },
  { needs: "web", needed: "db" },
  { needs: "db", needed: "disk" },
];
const plain = (...ids: string[]) => ids.map((id) => node(id));

describe("what suffers when a CI fails", () => {
  it("is all that needs it, directly and by way of others", async () => {
    expect(await impacted(["disk"], plain("shop", "web", "db", "disk"), chain)).toEqual([
      "db",
      "shop",
      "web",
    ]);
  });

  it("is nothing that it needs itself", async () => {
    expect(await impacted(["db"], plain("shop", "web", "db", "disk"), chain)).toEqual(["shop", "web"]);
  });

  it("ends in a cycle where it began", async () => {
    const circle = [...chain, { needs: "disk", needed: "shop" }];
    expect(await impacted(["db"], plain("shop", "web", "db", "disk"), circle)).toEqual([
      "disk",
      "shop",
      "web",
    ]);
  });

  it("does not pass what people say is not impacted", async () => {
    const marked = { notImpacted: new Set(["web"]) };
    expect(await impacted(["disk"], plain("shop", "web", "db", "disk"), chain, marked)).toEqual(["db"]);
  });

  it("does not pass what is retired or only planned", async () => {
    for (const state of ["retired", "planned"] as const) {
      const nodes = [...plain("shop", "db", "disk"), node("web", { state })];
      expect(await impacted(["disk"], nodes, chain)).toEqual(["db"]);
    }
  });

  it("follows relations of the types asked for only", async () => {
    const typeIds = new Set(["runs-on"]);
    expect(await impacted(["disk"], plain("shop", "web", "db", "disk"), chain, { typeIds })).toEqual([]);
  });

  it("names CIs that nobody knows", async () => {
    const { unknownIds } = await walked(["disk", "ghost"], plain("disk"), []);
    expect(unknownIds).toEqual(["ghost"]);
  });
});

describe("redundancy", () => {
  const three = ["a", "b", "c"].map((needed) => ({ needs: "farm", needed, group: "pair" }));
  const farm = (needed: Redundancy["needed"]) => [...plain("a", "b", "c", "vm"), node("farm", pair(needed))];
  const needs = [...three, { needs: "vm", needed: "farm" }];

  it("of two out of three holds while two are up", async () => {
    expect(await impacted(["a"], farm({ atLeast: 2 }), needs)).toEqual([]);
    expect(await impacted(["a", "b"], farm({ atLeast: 2 }), needs)).toEqual(["farm", "vm"]);
  });

  it("of a share holds while that much is up", async () => {
    expect(await impacted(["a"], farm({ percent: 60 }), needs)).toEqual([]);
    expect(await impacted(["a", "b"], farm({ percent: 60 }), needs)).toEqual(["farm", "vm"]);
  });

  it("counts members by their weight", async () => {
    const heavy = [{ ...three[0], weight: 3 } as Need, ...needs.slice(1)];
    expect(await impacted(["b", "c"], farm({ atLeast: 3 }), heavy)).toEqual([]);
    expect(await impacted(["a"], farm({ atLeast: 3 }), heavy)).toEqual(["farm", "vm"]);
  });

  it("is lost when members fail one by one for the same cause, however far they are from it", async () => {
    const far = [
      ...needs,
      { needs: "a", needed: "power" },
      { needs: "x", needed: "power" },
      { needs: "b", needed: "x" },
    ];
    const nodes = [...farm({ atLeast: 2 }), ...plain("power", "x")];
    expect(await impacted(["power"], nodes, far)).toEqual(["a", "b", "farm", "vm", "x"]);
  });

  it("does not count who is in maintenance", async () => {
    const nodes = [
      ...farm({ atLeast: 2 }).filter(({ id }) => id !== "b"),
      node("b", { state: "maintenance" }),
    ];
    expect(await impacted(["a"], nodes, needs)).toEqual(["farm", "vm"]);
  });

  it("that nobody described is none", async () => {
    const nodes = plain("a", "b", "c", "farm", "vm");
    expect(await impacted(["a"], nodes, needs)).toEqual(["farm", "vm"]);
  });

  it("of one kind does not make up for another need", async () => {
    const both = [...needs, { needs: "farm", needed: "a" }];
    expect(await impacted(["a"], farm({ atLeast: 1 }), both)).toEqual(["farm", "vm"]);
  });
});

describe("a walk that is cut short says so", () => {
  const hub = [...plain("hub"), ...Array.from({ length: 50 }, (_, i) => node(`n${i}`))];
  const needs = hub.slice(1).map(({ id }) => ({ needs: id, needed: "hub" }));

  it("by its budget", async () => {
    const { reached, truncated } = await walked(["hub"], hub, needs, { most: 20 });
    expect(reached.size).toBe(21);
    expect(truncated).toMatchObject({ reason: "budget", notFollowed: 30 });
  });

  it("by its depth", async () => {
    const nodes = plain("shop", "web", "db", "disk");
    expect((await walked(["disk"], nodes, chain, { depth: 1 })).truncated).toMatchObject({
      reason: "depth",
      notFollowed: 1,
    });
    expect((await walked(["disk"], nodes, chain, { depth: 4 })).truncated).toBeUndefined();
  });

  it("and one that ended by itself says nothing, also where it used up all it was given", async () => {
    const nodes = plain("shop", "web", "db", "disk");
    expect((await walked(["disk"], nodes, chain, { depth: 3, most: 3 })).truncated).toBeUndefined();
  });

  it("by the time", async () => {
    const { truncated } = await walked(["hub"], hub, needs, { isOver: () => true });
    expect(truncated).toMatchObject({ reason: "time", notFollowed: 1 });
  });
});

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
