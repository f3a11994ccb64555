import { type Day, touches } from "./month.ts";
import type { Plan, Planned, Stretch } from "./use-plan.ts";

/** A line of the calendar in words. */
export type Line =
  | { readonly kind: "stretch"; readonly from: string; readonly to: string; readonly stretch: Stretch }
  | { readonly kind: "change"; readonly from: string; readonly to: string; readonly planned: Planned };

/** What a day has, from the earliest to the latest; days that have nothing are left out. */
export const listedDays = (
  days: readonly Day[],
  { planned, stretches }: Pick<Plan, "planned" | "stretches">,
): readonly { readonly day: Day; readonly lines: readonly Line[] }[] => {
  const all: readonly Line[] = [
    ...stretches.map((stretch) => ({
      kind: "stretch" as const,
      from: stretch.from,
      to: stretch.to,
      stretch,
    })),
    ...planned.map((each) => ({ kind: "change" as const, from: each.from, to: each.to, planned: each })),
  ].toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from));
  return days
    .map((day) => ({ day, lines: all.filter((line) => touches(line, day)) }))
    .filter(({ lines }) => lines.length > 0);
};
