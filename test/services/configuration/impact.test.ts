import type { Redundancy } from "../../../services/configuration/ci.ts";
import { impacted, type Need, node, pair, plain, walked } from "./given-graph.ts";

const chain: readonly Need[] = [
  { needs: "shop", needed: "web" },
  { needs: "web", needed: "db" },
  { needs: "db", needed: "disk" },
];

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

describe("dependencies among what was reached", () => {
  const both: readonly Need[] = [
    { needs: "farm", needed: "vm-1" },
    { needs: "farm", needed: "vm-2" },
    { needs: "vm-1", needed: "host" },
    { needs: "vm-2", needed: "host" },
  ];
  const among = async (...args: Parameters<typeof walked>): Promise<string[]> =>
    (await walked(...args)).among.map(({ fromId, toId }) => `${fromId}>${toId}`).toSorted();

  it("are all there, not only those over which something was reached first", async () => {
    expect(await among(["host"], plain("host", "vm-1", "vm-2", "farm"), both)).toEqual([
      "host>vm-1",
      "host>vm-2",
      "vm-1>farm",
      "vm-2>farm",
    ]);
  });

  it("lead nowhere else than to what was reached", async () => {
    expect(await among(["host"], plain("host", "vm-1", "vm-2", "farm"), both, { depth: 1 })).toEqual([
      "host>vm-1",
      "host>vm-2",
    ]);
  });
});
