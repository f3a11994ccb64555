import * as z from "zod";
import { Refusal } from "../../shared/domain/refusal.ts";
import { Cost, costOf, Period, TrendEntry, trendOf } from "./cost.ts";
import type { KnownIncident } from "./incident-projection.ts";
import type { ProblemContext } from "./table.ts";

/** As many incidents as one answer counts: about ten pages of the table, and a second. */
const most = 10_000;
const day = 24 * 3_600_000;

export const costQuery = {
  days: z.coerce.number().int().min(1).max(1100).default(365).describe("Incidents opened in so many days"),
  by: Period.default("month"),
};

/** What incidents of a group cost, counted anew from what is known of each by its events. */
export const CostReply = z.object({
  since: z.iso.datetime(),
  total: Cost,
  trend: z.array(TrendEntry),
});

/** The members of a group that were opened since; refuses to count more than it can. */
const since = async (
  group: string,
  from: string,
  { incidents }: Pick<ProblemContext, "incidents">,
): Promise<readonly KnownIncident[]> => {
  const found: KnownIncident[] = [];
  for await (const members of incidents.newest(group)) {
    const young = members.filter(({ value }) => value.openedAt >= from);
    found.push(...young.map(({ value }) => value));
    if (found.length > most)
      throw new Refusal("rule_violation", `More than ${most} incidents: ask for fewer days`);
    if (young.length < members.length) break;
  }
  return found;
};

export const countIncidents = async (
  group: string,
  { days, by }: { readonly days: number; readonly by: z.infer<typeof Period> },
  context: ProblemContext,
) => {
  const now = context.now();
  const from = new Date(Date.parse(now) - days * day).toISOString();
  const incidents = await since(group, from, context);
  return { incidents, since: from, total: costOf(incidents, now), trend: trendOf(incidents, by, now) };
};
