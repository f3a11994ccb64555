import * as z from "zod";

/** The forms in which a source may say what is there. */
export const Format = z
  .enum(["csv", "json", "aws-config", "aws-tags"])
  .describe(
    "`csv`: a table of things or of relations; `json`: a graph; `aws-config`: configuration items, a snapshot or an event; `aws-tags`: what get-resources of the tagging API answers",
  );
export type Format = z.infer<typeof Format>;
