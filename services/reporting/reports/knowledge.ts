import { report, share as shareOf } from "../report.ts";
import { count, share } from "./numbers.ts";

/** What articles are good for. */
export const knowledgeReport = report({
  name: "knowledge",
  subject: "Knowledge",
  summary: "How often articles helped with records and spared tickets, and what readers say of them",
  figures: {
    reused: "reuse",
    helped: "suggestion",
    followed: "suggestion",
    helpful: "rating",
    unhelpful: "rating",
  },
  level: undefined,
  dimensions: ["article"],
  row: {
    reused: count,
    helped: count,
    followed: count,
    deflection: share,
    helpful: count,
    unhelpful: count,
    helpfulness: share,
  },
  numbers: ({ reused = 0, helped = 0, followed = 0, helpful = 0, unhelpful = 0 }) => ({
    reused,
    helped,
    followed,
    deflection: shareOf(helped, helped + followed),
    helpful,
    unhelpful,
    helpfulness: shareOf(helpful, helpful + unhelpful),
  }),
  definitions: [
    {
      figure: "reused",
      title: "Reuse",
      definition:
        "An article helped with a record: somebody linked it, or the record was resolved as it says; once for each article and record.",
      source: "KCS v6: reuse",
    },
    {
      figure: "helped",
      title: "Tickets spared",
      definition:
        "Somebody opened a suggested article, and no ticket of theirs followed in the hours that the settings give; on the day that was known.",
      source: "KCS v6: self-service success; field usage: ticket deflection",
    },
    {
      figure: "followed",
      title: "Not spared",
      definition: "The same, and a ticket followed.",
      source: "Field usage: ticket deflection",
    },
    {
      figure: "helped / (helped + followed)",
      title: "Deflection",
      definition: "The share of the opened suggestions, settled in the period, that spared a ticket.",
      source: "Field usage: ticket deflection rate",
    },
    {
      figure: "helpful",
      title: "Found helpful",
      definition: "What a reader said last of an article, on the day they said it.",
      source: "KCS v6: content feedback",
    },
    {
      figure: "unhelpful",
      title: "Found unhelpful",
      definition: "The same, of those whom it did not help.",
      source: "KCS v6: content feedback",
    },
  ],
});
