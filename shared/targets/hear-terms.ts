import type { Jobs } from "../dynamo/jobs.ts";
import type { Projections } from "../dynamo/projections.ts";
import type { EventMeta } from "../events/event-type.ts";
import type { CalendarTerms } from "../time/calendar.ts";
import type { KnownTerms } from "./known-terms.ts";
import { askRecompute } from "./recompute.ts";
import type { PolicyTerms } from "./terms.ts";

/** What a service keeps terms in, and asks for recomputation by. */
type Keeping = { readonly knownTerms: Projections<KnownTerms>; readonly jobs: Jobs };

/** Keeps a policy as its event says it is, and asks for recomputation where records of this kind may notice. */
export const hearPolicy = async (
  kind: PolicyTerms["kind"],
  meta: Pick<EventMeta, "subject" | "sequence">,
  policy: PolicyTerms & { readonly id: string; readonly name: string; readonly retired: boolean },
  { knownTerms, jobs }: Keeping,
): Promise<void> => {
  const { id, name, retired, ...terms } = policy;
  const value = { policy: { id, name, version: meta.sequence, retired, terms } };
  const { news, before } = await knownTerms.keep(meta, value);
  const wasOurs = before !== undefined && "policy" in before && before.policy.terms.kind === kind;
  // After a repeat it is unknown whether the first try came so far.
  if (news !== "old" && (terms.kind === kind || wasOurs)) await askRecompute({ jobs });
};

/** The same for a calendar, by which any policy may count. */
export const hearCalendar = async (
  meta: Pick<EventMeta, "subject" | "sequence">,
  { id, name, terms }: { readonly id: string; readonly name: string; readonly terms: CalendarTerms },
  { knownTerms, jobs }: Keeping,
): Promise<void> => {
  const { news } = await knownTerms.keep(meta, { calendar: { id, name, terms } });
  if (news !== "old") await askRecompute({ jobs });
};
