import * as z from "zod";
import type { HistoryEntry } from "../../shared/dynamo/record.ts";

/** One moment of a timeline: what a reader of the review wants to know, without everything in between. */
export const Moment = z
  .object({
    at: z.iso.datetime().describe("When it took place, which may be before it was written"),
    what: z.string(),
    by: z.object({ id: z.string(), name: z.string().optional() }),
    text: z.string().optional(),
    to: z
      .record(z.string(), z.unknown())
      .optional()
      .describe("What became different, such as team or priority"),
  })
  .meta({ id: "TimelineMoment" });
export type Moment = z.infer<typeof Moment>;

/** Events that are moments in any case. */
const moments: Readonly<Record<string, string>> = {
  IncidentOpened: "reported",
  IncidentAssigned: "assigned",
  IncidentStarted: "started",
  IncidentHeld: "on hold",
  IncidentResolved: "resolved",
  IncidentReopened: "reopened",
  IncidentClosed: "closed",
  IncidentCancelled: "cancelled",
  IncidentMerged: "merged",
  IncidentUnmerged: "unmerged",
  IncidentDuplicateAdded: "duplicate",
  MajorIncidentProposed: "proposed as major",
  MajorIncidentAccepted: "declared major",
  MajorIncidentRejected: "rejected as major",
  MajorIncidentDemoted: "demoted",
  MajorIncidentUpdated: "update",
  MajorIncidentMitigated: "mitigated",
  IncidentTimelineNoted: "noted",
  PostIncidentReviewed: "reviewed",
};

const shown = ["priority", "teamId", "assigneeId", "holdReason"];

const momentOf = ({ type, meta, data, changes }: HistoryEntry): Moment[] => {
  const to = Object.fromEntries(
    shown.flatMap((field) => (changes[field] ? [[field, changes[field].to]] : [])),
  );
  const what = moments[type] ?? ("priority" in to ? "priority" : undefined);
  if (what === undefined) return [];
  const { text, resolution, at } = data as { text?: string; resolution?: { text?: string }; at?: string };
  const said = text ?? resolution?.text;
  return [
    {
      at: at ?? meta.occurredAt,
      what,
      by: meta.actor,
      ...(said === undefined ? {} : { text: said }),
      ...(Object.keys(to).length > 0 ? { to } : {}),
    },
  ];
};

/** The timeline in a history as somebody sees it; entries added later stand where they took place. */
export const momentsOf = (history: readonly HistoryEntry[]): Moment[] =>
  history.flatMap(momentOf).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
