import { changeTypes } from "../kinds/change.ts";
import { durationFigures } from "../kinds/durations.ts";
import { report, share as shareOf } from "../report.ts";
import { count, duration, share } from "./numbers.ts";

const ended = (figure: string, title: string, definition: string) => ({
  figure,
  title,
  definition: `${definition}, on the day the work on it ended (actualEnd); from the review on as the review found.`,
  source: "Field usage: close codes of changes",
});

/** Changes that were done, and how they ended. */
export const changeReport = report({
  name: "changes",
  subject: "Change",
  summary: "Changes opened and done, how they ended, and how many are under way",
  figures: {
    open: "change",
    opened: "change",
    done: "change",
    successful: "change",
    with_issues: "change",
    backed_out: "change",
    failed: "change",
    dropped: "change",
  },
  level: { name: "type", values: changeTypes },
  dimensions: ["team", "service", "category", "risk"],
  stock: { figure: "open", more: "opened", less: ["done", "dropped"] },
  row: {
    opened: count,
    done: count,
    successful: count,
    withIssues: count,
    backedOut: count,
    failed: count,
    dropped: count,
    backlog: count.describe("Under way at the end of the last day"),
    successRate: share,
    leadTime: duration,
  },
  numbers: ({ opened = 0, done = 0, successful = 0, failed = 0, dropped = 0, ...amounts }, backlog) => {
    const { with_issues: withIssues = 0, backed_out: backedOut = 0 } = amounts;
    const successRate = shareOf(successful + withIssues, done);
    const leadTime = durationFigures({ done, ...amounts }, "done");
    return {
      opened,
      done,
      successful,
      withIssues,
      backedOut,
      failed,
      dropped,
      backlog,
      successRate,
      leadTime,
    };
  },
  definitions: [
    {
      figure: "opened",
      title: "Opened",
      definition: "Every change, on the day it was raised (openedAt).",
      source: "ITIL 4 change enablement",
    },
    ended("done", "Done", "Changes whose work is over with an outcome, whichever"),
    ended("successful", "Successful", "Done, and it does what it was for"),
    ended("with_issues", "Successful with issues", "Done, with trouble on the way"),
    ended("backed_out", "Backed out", "What was changed was taken back"),
    ended("failed", "Failed", "It does not do what it was for"),
    {
      figure: "dropped",
      title: "Dropped",
      definition: "Changes that were cancelled, or closed without having been done, on that day.",
      source: "Field usage",
    },
    {
      figure: "open",
      title: "Under way",
      definition: "Changes that are neither done nor dropped.",
      source: "ITIL 4 change enablement",
    },
    {
      figure: "(successful + with_issues) / done",
      title: "Change success rate",
      definition:
        "The share of the changes done in the period that do what they were for, with issues or without; backed out and failed ones do not.",
      source: "ITIL 4 change enablement: change success rate",
    },
    {
      figure: "done.minutes",
      title: "Lead time",
      definition: "From openedAt to actualEnd, around the clock, of the changes done in the period.",
      source: "Field usage; compare DORA's lead time for changes",
    },
  ],
});
