import * as z from "zod";
import { report, share as shareOf } from "../report.ts";
import { count, share } from "./numbers.ts";

/** How people say they were served. */
export const satisfactionReport = report({
  name: "satisfaction",
  subject: "Satisfaction",
  summary: "Customer satisfaction: how many answered, and how many of them were satisfied",
  figures: { answered: "survey", satisfied: "survey", unsatisfied: "survey", asked: "survey" },
  level: undefined,
  dimensions: ["team", "service", "about"],
  row: {
    asked: count,
    answered: count,
    satisfied: count,
    unsatisfied: count,
    satisfaction: share,
    averageScore: z.number().optional().describe("1 very bad to 5 very good, two digits"),
  },
  numbers: ({ asked = 0, answered = 0, satisfied = 0, unsatisfied = 0, ...amounts }) => ({
    asked,
    answered,
    satisfied,
    unsatisfied,
    satisfaction: shareOf(satisfied, answered),
    averageScore:
      answered > 0 ? Math.round(((amounts["answered.score"] ?? 0) / answered) * 100) / 100 : undefined,
  }),
  definitions: [
    {
      figure: "asked",
      title: "Asked",
      definition: "Surveys sent after a request or an incident was over, on that day.",
      source: "ITIL 4 service desk: user satisfaction",
    },
    {
      figure: "answered",
      title: "Answered",
      definition: "Surveys with a score from 1 to 5, on the day it was given.",
      source: "ITIL 4 service desk: user satisfaction",
    },
    {
      figure: "satisfied",
      title: "Satisfied",
      definition: "Answers with 4 or 5.",
      source: "Field usage: customer satisfaction score (CSAT, top two of five)",
    },
    {
      figure: "unsatisfied",
      title: "Not satisfied",
      definition: "Answers with 1, 2 or 3.",
      source: "Field usage: CSAT",
    },
    {
      figure: "satisfied / answered",
      title: "Customer satisfaction (CSAT)",
      definition: "The share of the answers of the period that are 4 or 5.",
      source: "Field usage: CSAT",
    },
  ],
});
