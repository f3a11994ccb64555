import {
  type Answer,
  edgesOf,
  nodesOf,
  undrawn,
} from "../../../services/portal/src/pages/configuration/map-model.ts";

const step = (ciId: string) => ({ ciId, name: `name of ${ciId}` });

const item = (...ids: readonly string[]) => ({
  id: ids.at(-1) ?? "",
  name: `name of ${ids.at(-1)}`,
  classId: "server",
  state: "live" as const,
  criticality: "low" as const,
  depth: ids.length - 1,
  path: ids.map(step),
});

const answer = (items: Answer["items"], edges: Answer["edges"] = []): Answer => ({
  ciIds: ["app"],
  services: [],
  serviceCount: 0,
  impactedCount: items.length,
  countsByClass: {},
  paths: [],
  assessedAt: "2026-03-01T00:00:00.000Z",
  items,
  edges,
  hiddenCount: 0,
  leftOff: 0,
});

const answers = {
  suffers: answer([item("app", "portal", "service")]),
  needed: answer([item("app", "database")]),
};
const drawn = (levels: Parameters<typeof nodesOf>[0]["levels"] = new Map()) =>
  nodesOf({
    failing: [{ id: "app", name: "The app", classId: "application" }],
    answers,
    levels,
    className: (id) => id.toUpperCase(),
  });

describe("map of dependencies", () => {
  it("shows what fails, what is on the way, what suffers and what is needed, each once", () => {
    expect(drawn().map(({ id, emphasis }) => [id, emphasis])).toEqual([
      ["app", "root"],
      ["database", undefined],
      ["portal", "affected"],
      ["service", "affected"],
    ]);
  });

  it("calls what fails by its own name and its class", () => {
    expect(drawn()[0]).toMatchObject({ label: "The app", kind: "APPLICATION", href: "/cis/app" });
  });

  it("says how items are doing where that is known, and nothing where it is not", () => {
    const nodes = drawn(
      new Map([
        ["database", "critical"],
        ["service", "at_risk"],
        ["app", "ok"],
      ]),
    );
    expect(nodes.map(({ id, health }) => [id, health])).toEqual([
      ["app", "good"],
      ["database", "down"],
      ["portal", undefined],
      ["service", "degraded"],
    ]);
  });

  it("draws lines the way a failure takes: from what is needed to what needs it", () => {
    expect(edgesOf(answers)).toEqual([
      { from: "app", to: "portal" },
      { from: "portal", to: "service" },
      { from: "database", to: "app" },
    ]);
  });

  it("draws every dependency between what is drawn, and none to what is not", () => {
    const edge = (from: string, to: string) => ({ from, to, typeId: "depends_on" });
    const both = [item("app", "vm-1"), item("app", "vm-2"), item("app", "vm-1", "farm")];
    const edges = [edge("app", "vm-1"), edge("app", "vm-2"), edge("vm-1", "farm"), edge("vm-2", "farm")];
    const suffers = answer(both, [...edges, edge("vm-2", "elsewhere")]);
    const lines = edgesOf({ suffers, needed: undefined });
    expect(lines).toHaveLength(4);
    expect(lines).toContainEqual({ from: "vm-2", to: "farm" });
    const needed = answer(both, edges);
    expect(edgesOf({ suffers: undefined, needed })).toContainEqual({ from: "farm", to: "vm-2" });
  });

  it("says how many items are listed and not drawn", () => {
    const many = Array.from({ length: 260 }, (_, number) => item("app", `server-${number}`));
    expect(undrawn({ suffers: answer(many), needed: undefined })).toBe(10);
    expect(undrawn(answers)).toBe(0);
  });
});
