import { readFileSync } from "node:fs";
import path from "node:path";
import { workingTimeBetween } from "../../shared/time/working-time.ts";
import { answerCase } from "./answer-case.ts";
import { type CalendarForm, calendarOf } from "./calendar-form.ts";

type Case = { readonly id: string; readonly calendar: CalendarForm; readonly expected: unknown } & Record<
  string,
  unknown
>;

const folder = path.resolve("../shared/data/hours");
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), "utf8"));
const cases = (name: string): readonly Case[] => read(name) as readonly Case[];

const measured = (one: Case, from: string, to: string): number =>
  workingTimeBetween(calendarOf(one.calendar).calendar, Date.parse(from), Date.parse(to));

/**
 * Decided differently: here time that runs out exactly at closing is due at closing. These two were recorded
 * from libraries that name the opening of the next working day instead; no working time lies in between.
 * In the second the closing time is 24:00, and days off follow.
 */
const atClosing: Readonly<Record<string, string>> = {
  bz005: "2006-01-08T12:00:00.000Z",
  df1135: "2026-07-06T23:00:00Z",
};

describe.each([
  ["business-hours.json", 178],
  ["differential.json", 600],
])("%s", (name, count) => {
  const all = cases(name);

  test("every case has the answer that was expected, or the closing time before it", () => {
    expect(all).toHaveLength(count);
    const wrong = all
      .map((one) => ({ id: one.id, expected: atClosing[one.id] ?? one.expected, answer: answerCase(one) }))
      .filter(({ expected, answer }) => JSON.stringify(expected) !== JSON.stringify(answer));
    expect(wrong).toEqual([]);
  });

  test("where the closing time is given instead of an opening, no working time lies between them", () => {
    const others = all.filter(({ id }) => id in atClosing);
    expect(others).toHaveLength(1);
    for (const one of others)
      expect(measured(one, atClosing[one.id] as string, String(one.expected))).toBe(0);
  });
});

test("time that runs out exactly at closing is due at closing, in each of the 85 cases on which libraries disagree", () => {
  const all = cases("boundary-ambiguity.json");
  expect(all).toHaveLength(85);
  for (const one of all) {
    // One of the two libraries answers with the closing time, the other with the next opening.
    const [closing, opening] = [one.working_hours_gem, one.biz_gem].map(String).sort() as [string, string];
    expect(answerCase(one)).toBe(closing);
    expect(measured(one, closing, opening)).toBe(0);
  }
});

const dueDates = read("service-level-due-dates.json") as { cases: readonly Record<string, unknown>[] };

test.each(dueDates.cases.map((one) => [one.id, one.name, one] as const))(
  "due date %s: %s, its pauses and its point",
  (_, __, one) => {
    const expected = Object.entries(one).filter(([name]) => name.startsWith("expected_"));
    expect(expected).toHaveLength(3);
    const answer = answerCase(one);
    expect(answer).toMatchObject(Object.fromEntries(expected));
    expect(answer).toMatchObject(
      Object.fromEntries(expected.map(([name, value]) => [name.replace("expected_", ""), value])),
    );
  },
);
