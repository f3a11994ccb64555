import type { ReplyOf } from "../../api/request.ts";

export type OpenRow = ReplyOf<"GET /reports/incidents/open-work">["items"][number];

export const levels = ["1", "2", "3", "4", "5"] as const;
export const ages = ["0", "1-2", "3-6", "7-29", "30-89", "90+"] as const;

/** What is open of a priority and an age. */
export const cellOf = (rows: readonly OpenRow[], level: string, age: string): OpenRow | undefined =>
  rows.find((row) => row.level === level && row.age === age);
