import { Condition, holds } from "../../../../services/configuration/query/condition.ts";
import { registered } from "../given.ts";

const now = "2026-03-01T10:00:00.000Z";
const ci = {
  ...registered({ name: "Web-1", environment: "Production" }),
  attributes: { cpuCores: 8, version: "10.2", endOfSupport: "2026-03-20", tags: ["blue", "Green"] },
};
const is = (condition: object) => holds(ci, [Condition.parse(condition)], now);
const refuses = (condition: object) => Condition.safeParse(condition).success === false;

describe("a condition of a query", () => {
  test("takes texts whatever their case, and one of several values for all", () => {
    expect(is({ field: "environment", is: "equals", value: "PRODUCTION" })).toBe(true);
    expect(is({ field: "attributes.tags", is: "equals", value: "green" })).toBe(true);
    expect(is({ field: "attributes.tags", is: "differs", value: "green" })).toBe(false);
    expect(is({ field: "attributes.tags", is: "oneOf", values: ["red", "Blue"] })).toBe(true);
    expect(is({ field: "name", is: "contains", value: "EB-" })).toBe(true);
  });

  test("of what is not there only `missing` holds", () => {
    expect(is({ field: "ownerId", is: "missing" })).toBe(true);
    for (const rest of [
      { is: "present" },
      { is: "differs", value: "nora" },
      { is: "atMost", value: 3 },
      { is: "before", days: 9999 },
    ])
      expect(is({ field: "ownerId", ...rest })).toBe(false);
    expect(is({ field: "attributes.cpuCores", is: "missing" })).toBe(false);
  });

  test("compares numbers with numbers and days with days, and nothing else", () => {
    expect(is({ field: "attributes.cpuCores", is: "atLeast", value: 8 })).toBe(true);
    expect(is({ field: "attributes.cpuCores", is: "atMost", value: 7 })).toBe(false);
    expect(is({ field: "attributes.version", is: "atLeast", value: 9 })).toBe(false);
    expect(is({ field: "attributes.version", is: "atMost", value: 99 })).toBe(false);
    expect(is({ field: "attributes.endOfSupport", is: "atMost", value: "2026-03-20" })).toBe(true);
    expect(refuses({ field: "attributes.version", is: "atLeast", value: "9.9" })).toBe(true);
  });

  test("counts days from now, also for what is past", () => {
    expect(is({ field: "attributes.endOfSupport", is: "before", days: 30 })).toBe(true);
    expect(is({ field: "attributes.endOfSupport", is: "before", days: 10 })).toBe(false);
    expect(is({ field: "attributes.endOfSupport", is: "after", days: -10 })).toBe(true);
    expect(is({ field: "name", is: "before", days: 30 })).toBe(false);
  });

  test("names a fact or an attribute, and nothing that is stored besides", () => {
    for (const field of ["identities", "attributes", "attributes.", "attributes.__proto__", "toString"])
      expect(refuses({ field, is: "missing" })).toBe(true);
  });
});
