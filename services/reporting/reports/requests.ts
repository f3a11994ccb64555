import { durationFigures } from "../kinds/durations.ts";
import { report } from "../report.ts";
import { count, duration } from "./numbers.ts";

/** What people asked for, and got. */
export const requestReport = report({
  name: "requests",
  subject: "Request",
  summary: "Things asked for, fulfilled and left over, and how long it took",
  permission: "reporting:read_requests",
  figures: {
    open: "request",
    opened: "request",
    fulfilled: "request",
    unfulfilled: "request",
    dropped: "request",
  },
  level: undefined,
  dimensions: ["team", "service", "category", "item"],
  stock: { figure: "open", more: "opened", less: ["fulfilled", "unfulfilled", "dropped"] },
  row: {
    opened: count,
    fulfilled: count,
    unfulfilled: count,
    dropped: count,
    backlog: count.describe("Open at the end of the last day"),
    timeToFulfil: duration,
  },
  numbers: ({ opened = 0, fulfilled = 0, unfulfilled = 0, dropped = 0, ...amounts }, backlog) => ({
    opened,
    fulfilled,
    unfulfilled,
    dropped,
    backlog,
    timeToFulfil: durationFigures({ fulfilled, ...amounts }, "fulfilled"),
  }),
  definitions: [
    {
      figure: "opened",
      title: "Asked for",
      definition: "Every item of every request, on the day it was ordered (placedAt).",
      source: "ITIL 4 service request management",
    },
    {
      figure: "fulfilled",
      title: "Fulfilled",
      definition: "Items that are complete, on the day they were.",
      source: "ITIL 4 service request management",
    },
    {
      figure: "unfulfilled",
      title: "Not fulfilled",
      definition: "Items whose tasks are over and that are incomplete, on that day.",
      source: "ITIL 4 service request management",
    },
    {
      figure: "dropped",
      title: "Rejected or cancelled",
      definition: "Items that were rejected, cancelled or skipped, on that day.",
      source: "Field usage",
    },
    {
      figure: "open",
      title: "Backlog",
      definition: "Items that wait for approval or are being fulfilled.",
      source: "ITIL 4 service request management: backlog",
    },
    {
      figure: "fulfilled.minutes",
      title: "Mean time to fulfil",
      definition:
        "From placedAt to the end, around the clock, approval included, of the items fulfilled in the period.",
      source: "ITIL 4 service request management",
    },
  ],
});
