import type { ReplyOf } from "../../api/request.ts";

type Month = ReplyOf<"GET /problems/{problemId}/cost">["trend"][number];

const none = { incidents: 0, open: 0, minutesLost: 0, people: 0, breaches: 0 } as const;

const after = (first: string): string => {
  const [year = 0, month = 0] = first.split("-").map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
};

/** Every month from the first to the last, also those in which nothing happened and which the API leaves out. */
export const monthsOf = (trend: readonly Month[]): readonly Month[] => {
  const known = new Map(trend.map((month) => [month.from, month]));
  const last = trend.at(-1)?.from ?? "";
  const months: Month[] = [];
  for (let from = trend[0]?.from ?? "-"; from <= last; from = after(from))
    months.push(known.get(from) ?? { from, ...none });
  return months;
};
