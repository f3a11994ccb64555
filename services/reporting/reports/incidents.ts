import { durationFigures } from "../kinds/durations.ts";
import { priorities } from "../kinds/names.ts";
import { report } from "../report.ts";
import { count, duration } from "./numbers.ts";

/** Incidents that came in and were restored. */
export const incidentReport = report({
  name: "incidents",
  subject: "Incident",
  summary: "Incidents opened, resolved and left over, and how long it took to restore service",
  figures: {
    open: "incident",
    overdue: "incident",
    opened: "incident",
    resolved: "incident",
    dropped: "incident",
  },
  level: { name: "priority", values: priorities },
  dimensions: ["team", "service", "category"],
  openDimensions: ["assignee"],
  stock: { figure: "open", more: "opened", less: ["resolved", "dropped"] },
  row: {
    opened: count,
    resolved: count,
    dropped: count,
    backlog: count.describe("Open at the end of the last day"),
    timeToRestore: duration,
  },
  numbers: ({ opened = 0, resolved = 0, dropped = 0, ...amounts }, backlog) => ({
    opened,
    resolved,
    dropped,
    backlog,
    timeToRestore: durationFigures({ resolved, ...amounts }, "resolved"),
  }),
  definitions: [
    {
      figure: "opened",
      title: "Opened",
      definition:
        "Every incident, on the day it began to be one (openedAt), duplicates and cancelled ones included. Restricted incidents are in no figure.",
      source: "ITIL 4 incident management: number of incidents",
    },
    {
      figure: "resolved",
      title: "Resolved",
      definition:
        "Incidents that are resolved or closed now, on the day service was restored for the last time (resolvedAt). One that is reopened is open again, as if it had never been resolved.",
      source: "ITIL 4 incident management",
    },
    {
      figure: "dropped",
      title: "Dropped",
      definition: "Incidents that were cancelled or found to be duplicates, on the day that was said.",
      source: "Field usage: cancelled incidents are no part of resolution figures",
    },
    {
      figure: "open",
      title: "Backlog",
      definition:
        "Incidents that are new, in progress or on hold; the backlog of a past day counts what had come in by its end and had not gone, by what is known of each incident now.",
      source: "ITIL 4 incident management: backlog of unresolved incidents",
    },
    {
      figure: "overdue",
      title: "Overdue",
      definition: "Open incidents of which a service level is breached, internal ones included.",
      source: "Field usage",
    },
    {
      figure: "resolved.minutes",
      title: "Mean time to restore service (MTRS)",
      definition:
        "From openedAt to resolvedAt, around the clock, waiting included, of the incidents resolved in the period; what counts on business calendars is service-level attainment.",
      source: "ITIL 4: mean time to restore service (MTRS)",
    },
  ],
});
