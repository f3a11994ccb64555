import { report } from "../report.ts";
import { count } from "./numbers.ts";

/** What readers can read. */
export const articleReport = report({
  name: "articles",
  subject: "Article",
  summary: "Articles that readers may read, by when their present version was published",
  figures: { published: "article" },
  level: undefined,
  dimensions: ["service", "category"],
  row: { published: count },
  numbers: ({ published = 0 }) => ({ published }),
  definitions: [
    {
      figure: "published",
      title: "Articles published",
      definition: "Articles that readers may read now, on the day the version that they read was published.",
      source: "KCS v6: article state and freshness",
    },
  ],
});
