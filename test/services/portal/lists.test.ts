import { bodyOfFields, missingFields } from "../../../services/portal/src/parts/form/field-spec.ts";
import { layOut, nodeSize } from "../../../services/portal/src/parts/graph/lay-out.ts";
import { allowedOf, parameterOf } from "../../../services/portal/src/parts/record/action.ts";
import type { Column } from "../../../services/portal/src/parts/table/column.ts";
import { arrange } from "../../../services/portal/src/parts/table/rows.ts";

type Row = { readonly id: string; readonly name: string; readonly rank: number };
const rows: readonly Row[] = [
  { id: "1", name: "Printer on floor 10", rank: 10 },
  { id: "2", name: "Printer on floor 9", rank: 9 },
  { id: "3", name: "Laptop", rank: 1 },
];
const columns: readonly Column<Row>[] = [
  { id: "name", header: "Name", cell: ({ name }) => name, text: ({ name }) => name },
  { id: "rank", header: "Rank", cell: ({ rank }) => rank, order: ({ rank }) => rank },
];
const idsOf = (found: readonly Row[]) => found.map(({ id }) => id);

describe("a list", () => {
  it("finds rows that contain every word, in any order", () => {
    expect(idsOf(arrange(rows, columns, "floor printer", {}))).toEqual(["1", "2"]);
  });

  it("orders numbers in texts as numbers", () => {
    expect(idsOf(arrange(rows, columns, "printer", { sortBy: "name" }))).toEqual(["2", "1"]);
  });

  it("orders by value, either way", () => {
    expect(idsOf(arrange(rows, columns, "", { sortBy: "rank" }))).toEqual(["3", "2", "1"]);
    expect(idsOf(arrange(rows, columns, "", { sortBy: "rank", descending: true }))).toEqual(["1", "2", "3"]);
  });

  it("keeps the order of the API unless another is asked for", () => {
    expect(arrange(rows, columns, "", {})).toBe(rows);
  });
});

describe("a small form", () => {
  const fields = [
    { name: "text", label: "Text", kind: "paragraph", isRequired: true },
    { name: "count", label: "Count", kind: "number" },
    { name: "on", label: "On", kind: "toggle" },
    { name: "code", label: "Code", kind: "choice", initial: "a", isRequired: true },
  ] as const;

  it("sends what was entered, as the API takes it, and nothing empty", () => {
    expect(bodyOfFields(fields, { text: " x ", count: "3", on: "true" })).toEqual({
      text: "x",
      count: 3,
      on: true,
      code: "a",
    });
    expect(bodyOfFields(fields, { text: "  " })).toEqual({ code: "a" });
  });

  it("names the required fields that are empty", () => {
    expect(missingFields(fields, {})).toEqual(["text"]);
  });
});

describe("actions of a record", () => {
  const actions = [
    { action: "start", text: "Start", route: "POST /incidents/{incidentId}/start" },
    { action: "close", text: "Close", route: "POST /incidents/{incidentId}/close" },
  ] as const;

  it("are those that the API allows now, and no other", () => {
    const record = { id: "INC0000001", version: 1, actions: ["close", "unknown"] };
    expect(allowedOf(record, actions).map(({ action }) => action)).toEqual(["close"]);
    expect(allowedOf({ id: "INC0000001", version: 1 }, actions)).toEqual([]);
  });

  it("know the parameter of their route", () => {
    expect(parameterOf("POST /incidents/{incidentId}/start")).toBe("incidentId");
  });
});

describe("a map", () => {
  const nodes = ["a", "b", "c"].map((id) => ({ id, label: id }));

  it("places what depends on something below it, and nothing on top of another", () => {
    const places = layOut(
      nodes,
      [
        { from: "a", to: "b" },
        { from: "a", to: "c" },
      ],
      "TB",
    );
    const y = (id: string) => places.get(id)?.y ?? 0;
    expect(y("b")).toBeGreaterThan(y("a") + nodeSize.height);
    expect(Math.abs((places.get("b")?.x ?? 0) - (places.get("c")?.x ?? 0))).toBeGreaterThan(nodeSize.width);
  });

  it("draws circles and edges to what is not shown without failing", () => {
    const edges = [
      { from: "a", to: "b" },
      { from: "b", to: "a" },
      { from: "c", to: "gone" },
    ];
    expect(layOut(nodes, edges, "LR").size).toBe(3);
  });
});
