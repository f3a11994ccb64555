import * as z from "zod";
import { incompatibilities } from "../../../shared/events/compatibility.ts";
import { eventSchemaOf } from "../../../shared/events/event-schema.ts";

const shape = {
  id: z.string(),
  state: z.enum(["open", "done"]),
  note: z.string().optional(),
  parts: z.array(z.object({ size: z.number() })),
  either: z.union([z.string(), z.object({ a: z.number() })]),
};
const schemaOf = (data: z.ZodType, summary = "It happened.") =>
  eventSchemaOf({ source: "test", type: "Happened", version: 1, summary, data });
const published = schemaOf(z.object(shape));
const changedTo = (changes: object, without = "") => {
  const fields = Object.entries({ ...shape, ...changes }).filter(([name]) => name !== without);
  return incompatibilities(published, schemaOf(z.object(Object.fromEntries(fields))));
};

describe("a published event version", () => {
  test("may be declared again as it was", () => {
    expect(changedTo({})).toEqual([]);
  });

  test("may gain optional fields, at the top and inside", () => {
    expect(
      changedTo({
        extra: z.string().optional(),
        parts: z.array(z.object({ size: z.number(), colour: z.string().optional() })),
      }),
    ).toEqual([]);
  });

  test("may be described in better words", () => {
    const reworded = schemaOf(
      z.object({ ...shape, id: z.string().describe("Its number") }),
      "It really happened.",
    );
    expect(incompatibilities(published, reworded)).toEqual([]);
  });

  test("may not lose a field, not even an optional one", () => {
    expect(changedTo({}, "note")).toEqual(["detail.data.note is gone"]);
  });

  test.each([
    ["gain a required field", { extra: z.string() }, "detail.data.extra became required"],
    ["require what was optional", { note: z.string() }, "detail.data.note became required"],
    ["leave out what was always there", { id: z.string().optional() }, "detail.data.id became optional"],
    ["change a type", { id: z.number() }, "detail.data.id/type changed"],
    ["gain an enum value", { state: z.enum(["open", "done", "lost"]) }, "detail.data.state/enum changed"],
    ["lose an enum value", { state: z.enum(["open"]) }, "detail.data.state"],
    ["restrict a text", { id: z.string().max(3) }, "detail.data.id/maxLength changed"],
    [
      "change inside a list",
      { parts: z.array(z.object({ size: z.string() })) },
      "detail.data.parts/items.size/type changed",
    ],
    [
      "change one of several forms",
      { either: z.union([z.string(), z.object({ a: z.string() })]) },
      "detail.data.either/anyOf/1.a/type changed",
    ],
    [
      "gain a form",
      { either: z.union([z.string(), z.object({ a: z.number() }), z.null()]) },
      "detail.data.either/anyOf",
    ],
    [
      "forbid unknown fields inside",
      { parts: z.array(z.strictObject({ size: z.number() })) },
      "detail.data.parts/items/additionalProperties changed",
    ],
  ])("may not %s", (_rule, changes, reason) => {
    const reasons = changedTo(changes);
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.join("\n")).toContain(reason);
  });
});
