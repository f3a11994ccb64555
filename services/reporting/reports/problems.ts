import { durationFigures } from "../kinds/durations.ts";
import { priorities } from "../kinds/names.ts";
import { report } from "../report.ts";
import { count, duration } from "./numbers.ts";

/** Problems found and removed. */
export const problemReport = report({
  name: "problems",
  subject: "Problem",
  summary: "Problems opened, resolved and left over, and known errors published",
  figures: {
    open: "problem",
    opened: "problem",
    resolved: "problem",
    dropped: "problem",
    known_error: "problem",
  },
  level: { name: "priority", values: priorities },
  dimensions: ["team", "service", "category"],
  stock: { figure: "open", more: "opened", less: ["resolved", "dropped"] },
  row: {
    opened: count,
    resolved: count,
    dropped: count,
    knownErrors: count,
    backlog: count.describe("Open at the end of the last day"),
    timeToResolve: duration,
  },
  numbers: (
    { opened = 0, resolved = 0, dropped = 0, known_error: knownErrors = 0, ...amounts },
    backlog,
  ) => ({
    opened,
    resolved,
    dropped,
    knownErrors,
    backlog,
    timeToResolve: durationFigures({ resolved, ...amounts }, "resolved"),
  }),
  definitions: [
    {
      figure: "opened",
      title: "Opened",
      definition: "Every problem, on the day it was opened.",
      source: "ITIL 4 problem management",
    },
    {
      figure: "resolved",
      title: "Resolved",
      definition: "Problems whose fix is applied now, on the day it was (resolvedAt).",
      source: "ITIL 4 problem management",
    },
    {
      figure: "dropped",
      title: "Closed without a fix",
      definition:
        "Problems closed because the risk was accepted, as a duplicate, or cancelled, on that day (closedAt).",
      source: "ITIL 4 problem management: error control",
    },
    {
      figure: "known_error",
      title: "Known errors published",
      definition:
        "Problems with a known error that readers may read now, on the day its present edition was published.",
      source: "ITIL 4 problem management: known errors",
    },
    {
      figure: "open",
      title: "Backlog",
      definition: "Problems that are neither resolved nor closed.",
      source: "ITIL 4 problem management: problem backlog",
    },
    {
      figure: "resolved.minutes",
      title: "Mean time to resolve",
      definition: "From openedAt to resolvedAt, around the clock, of the problems resolved in the period.",
      source: "Field usage",
    },
  ],
});
