import * as z from "zod";
import type { FactItems } from "../../shared/dynamo/fact-items.ts";

const Counted = {
  count: z.number().int(),
  average: z
    .number()
    .optional()
    .describe("1 very bad to 5 very good, with two decimals; absent without answers"),
  satisfiedPercent: z.number().int().optional().describe("Share of answers that are 4 or 5"),
  scores: z.record(z.string(), z.number().int()).describe("How often each score was given"),
};
/** How people were served, in all and by month. */
export const Scores = z.object({
  ...Counted,
  months: z.array(z.object({ month: z.string(), ...Counted })),
});

/** What is counted together: a service, a team or a catalog item, in a month. */
export const scoreKey = (by: "service" | "team" | "item", id: string, month: string): string =>
  `${by}#${month}#${id}`;

/** The months from one to another, such as `2027-03`. */
export const monthsBetween = (from: string, to: string): string[] => {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const text = (at: number) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  return Array.from({ length: Math.max(0, number(to) - number(from) + 1) }, (_, at) =>
    text(number(from) + at),
  );
};

const counted = (scores: readonly number[]) => {
  const count = scores.length;
  const by = Object.fromEntries(
    [1, 2, 3, 4, 5].map((s) => [String(s), scores.filter((each) => each === s).length]),
  );
  if (count === 0) return { count, scores: by };
  const sum = scores.reduce((total, each) => total + each, 0);
  const satisfied = scores.filter((each) => each >= 4).length;
  return {
    count,
    average: Math.round((100 * sum) / count) / 100,
    satisfiedPercent: Math.round((100 * satisfied) / count),
    scores: by,
  };
};

/** One batch read, however many answers there are. */
export const readScores = async (
  by: "service" | "team" | "item",
  id: string,
  months: readonly string[],
  facts: FactItems<number>,
): Promise<z.infer<typeof Scores>> => {
  const found = await facts.read(months.map((month) => scoreKey(by, id, month)));
  const of = (month: string) => [...(found.get(scoreKey(by, id, month))?.values() ?? [])];
  return {
    ...counted(months.flatMap(of)),
    months: months.map((month) => ({ month, ...counted(of(month)) })),
  };
};
