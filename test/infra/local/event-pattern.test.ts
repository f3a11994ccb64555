import fc from "fast-check";
import { compilePattern, matches, validatePattern } from "../../../infra/local/event-pattern.ts";
import { referenceData } from "./support/reference-data.ts";

type MatchCase = { id: string; test: string; pattern_raw: string; event_raw: string; match: boolean };
type ValidityCase = { id: string; test: string; pattern_raw: string; valid: boolean };

const matchCases = referenceData<MatchCase[]>("eventbridge/match.json") ?? [];
const validityCases = referenceData<ValidityCase[]>("eventbridge/validity.json") ?? [];

describe("an event pattern decides as AWS's rule engine did", () => {
  (matchCases.length > 0 ? it : it.skip)("on every captured pair of pattern and event", () => {
    const wrong = matchCases.filter(
      ({ pattern_raw, event_raw, match }) =>
        matches(JSON.parse(pattern_raw), JSON.parse(event_raw)) !== match,
    );
    expect(wrong.map(({ id, test }) => `${id} ${test}`)).toEqual([]);
  });

  (validityCases.length > 0 ? it : it.skip)("on the validity of every captured pattern", () => {
    const wrong = validityCases.filter(
      ({ pattern_raw, valid }) => (validatePattern(pattern_raw) === undefined) !== valid,
    );
    expect(wrong.map(({ id, pattern_raw }) => `${id} ${pattern_raw}`)).toEqual([]);
  });
});

describe("an event pattern", () => {
  it("gives the reason when it is refused", () => {
    expect(validatePattern({ a: [{ wildcard: "x**y" }] })).toMatch(/Consecutive wildcard/);
    expect(validatePattern({ a: [{ wildcard: "x\\y" }] })).toMatch(/Invalid escape/);
    expect(validatePattern({ a: [] })).toMatch(/Empty arrays/);
    expect(validatePattern({ a: {} })).toMatch(/Empty objects/);
    expect(validatePattern({ a: "plain" })).toMatch(/must be an object or an array/);
    expect(validatePattern({ a: [{ cidr: "10.0.0.0/33" }] })).toMatch(/mask bits/);
    expect(validatePattern("{")).toBeDefined();
  });

  it.each([
    [{ a: [{ wildcard: "a*\\*b" }] }, { a: "axx*b" }, true],
    [{ a: [{ wildcard: "ab*ba" }] }, { a: "aba" }, false],
    [{ a: [{ wildcard: "*" }] }, { a: "" }, true],
    [{ a: [{ wildcard: "*ab*ab*" }] }, { a: "abxab" }, true],
    [{ a: [{ wildcard: "*ab*ab*" }] }, { a: "xaby" }, false],
    [{ a: ["10.0.0.1"] }, { a: "10.0.0.1" }, true],
    [{ a: ["::1"] }, { a: "0:0:0:0:0:0:0:1" }, true],
    [{ a: [{ cidr: "2001:db8::/32" }] }, { a: "2001:db8:1::5" }, true],
    [{ a: [{ cidr: "0.0.0.0/0" }] }, { a: "::1" }, false],
    [{ a: [5] }, { a: "5" }, false],
    [{ a: [null, true] }, { a: true }, true],
    [{ a: [null] }, { a: "null" }, false],
    [{ a: [{ exists: true }] }, { a: {} }, false],
    [{ a: [{ exists: false }] }, { a: null }, false],
    [{ "a.b": ["x"] }, { a: { b: "x" } }, true],
    [{ a: { b: ["x"] } }, { "a.b": "x" }, true],
    [
      { dynamodb: { NewImage: { kind: { S: ["event"] } } } },
      { dynamodb: { NewImage: { kind: { S: "event" } } } },
      true,
    ],
  ])("%j against %j gives %s", (pattern, event, expected) => {
    expect(matches(pattern, event)).toBe(expected);
  });

  it("finds fields of one array in one and the same element", () => {
    const matcher = compilePattern({ rows: { kind: ["event"], state: ["new"] } });
    expect(
      matcher({
        rows: [
          { kind: "event", state: "old" },
          { kind: "other", state: "new" },
        ],
      }),
    ).toBe(false);
    expect(matcher({ rows: [{ kind: "other" }, { kind: "event", state: "new" }] })).toBe(true);
  });

  it("decides independent long arrays without trying every combination", () => {
    const rows = () => Array.from({ length: 60 }, (_, index) => ({ x: index, y: index + 1000 }));
    const event = {
      a: rows(),
      b: rows(),
      c: rows(),
      d: rows().map(({ x }, index) => (index % 2 ? { x } : { y: x })),
    };
    const each = { x: [{ exists: true }], y: [{ exists: true }] };
    expect(matches({ a: each, b: each, c: each, d: each }, event)).toBe(false);
  });

  it("matches a wildcard exactly as the equivalent regular expression does", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(
          text.filter((part) => part !== ""),
          { maxLength: 4 },
        ),
        text,
        (parts, value) => {
          const pattern = `${parts.join("*")}*`;
          const expected = new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(value);
          expect(matches({ a: [{ wildcard: pattern }] }, { a: value })).toBe(expected);
        },
      ),
    );
  });
});
