import { fieldName, plainWords, violationOf } from "../../../services/portal/src/api/plain-words.ts";
import { ApiProblem, unreachable } from "../../../services/portal/src/api/problem.ts";
import { addressOf } from "../../../services/portal/src/api/request.ts";
import { moneyOf } from "../../../services/portal/src/parts/money.ts";
import { endOfDay, lengthText, startOfDay } from "../../../services/portal/src/parts/times.ts";
import { inWords } from "../../../services/portal/src/parts/words.ts";
import { defineTexts } from "../../../services/portal/src/texts/define-texts.ts";
import { problemTexts } from "../../../services/portal/src/texts/problems.ts";
import { refusalCodes } from "../../../shared/domain/refusal.ts";

const refusal = (more: object) =>
  new ApiProblem({
    type: "urn:steward:refusal:invalid_input",
    title: "Invalid input",
    status: 400,
    code: "invalid_input",
    correlationId: "1",
    ...more,
  });

describe("words of the portal", () => {
  it("has plain words for every refusal that the API knows", () => {
    const codes = Object.keys(refusalCodes);
    expect(codes.filter((code) => problemTexts.codes[code] === undefined)).toEqual([]);
  });

  it("takes what people type as money in the minor unit of its currency", () => {
    expect(moneyOf(12.5, "EUR")).toEqual({ amount: 1250, currency: "EUR" });
    expect(moneyOf(100, "JPY")).toEqual({ amount: 100, currency: "JPY" });
    expect(moneyOf(1, "euro")).toBeUndefined();
  });

  it("takes a day as a whole one, and what is no day yet as none", () => {
    expect(Date.parse(endOfDay("2026-01-15") ?? "") - Date.parse(startOfDay("2026-01-15") ?? "")).toBe(
      86_399_000,
    );
    expect(startOfDay("2026-01")).toBeUndefined();
    expect(endOfDay("2026-19-45")).toBeUndefined();
  });

  it("names fields as people do", () => {
    expect(fieldName("body.expectedReturnAt")).toBe("Expected return at");
    expect(fieldName("body.also.ciIds.0")).toBe("Also ci ids 0");
  });

  it("says the API's own reason before the general one", () => {
    expect(plainWords(refusal({ detail: "Its team works on it" }))).toMatch(/^Its team works on it\. /);
  });

  it("says what to do when nothing answers", () => {
    expect(plainWords(unreachable())).toBe(problemTexts.unreachable);
  });

  it("finds what is wrong with a field", () => {
    const problem = refusal({ violations: [{ path: "body.title", message: "Too long" }] });
    expect(violationOf(problem, "title")).toBe("Too long");
    expect(violationOf(problem, "description")).toBeUndefined();
  });

  it("puts states in words", () => {
    expect(["in_progress", "on-hold", "reportMissing"].map(inWords)).toEqual([
      "In progress",
      "On hold",
      "Report missing",
    ]);
  });

  it.each([
    [25 * 60_000, "25 min"],
    [4 * 3_600_000 + 10 * 60_000, "4 h 10 min"],
    [27 * 3_600_000, "1 d 3 h"],
    [48 * 3_600_000, "2 d"],
    [-90 * 60_000, "1 h 30 min"],
  ])("says %d ms as %s", (length, text) => {
    expect(lengthText(length)).toBe(text);
  });

  it("shows English where a translation lacks a text", () => {
    const texts = defineTexts({ en: { a: "A", deep: { b: "B", c: "C" } }, de: { deep: { b: "Be" } } });
    expect(texts).toEqual({ a: "A", deep: { b: "B", c: "C" } });
  });
});

describe("addresses of operations", () => {
  it("fill in what the path names, encoded", () => {
    expect(addressOf("GET /teams/{teamId}/history", { params: { teamId: "a/b c" } })).toBe(
      "/api/teams/a%2Fb%20c/history",
    );
  });

  it("leave out what is not asked", () => {
    expect(addressOf("GET /teams", { query: { state: "active", cursor: undefined, limit: 5 } })).toBe(
      "/api/teams?state=active&limit=5",
    );
  });
});
