import { ciPair, finishedImport, named } from "./page-paths.ts";
import type { TriedPage } from "./tried-page.ts";

/** Pages on which configuration items are kept. */
export const ciPages: readonly TriedPage[] = [
  { name: "ci-new", path: "/cis/new?class=server", person: "cal.config", shows: "Serial number" },
  { name: "ci-imports", path: "/ci-imports", person: "cal.config", shows: "List of this month" },
  { name: "ci-import-new", path: "/ci-imports/new", person: "cal.config", shows: "Pasted text" },
  { name: "ci-import", path: finishedImport, person: "cal.config", shows: "Row by row" },
  { name: "ci-duplicates", path: "/ci-duplicates", person: "cal.config", shows: "Possible duplicates" },
  { name: "ci-duplicate", path: ciPair, person: "cal.config", shows: "Which one stays" },
  { name: "ci-baselines", path: "/ci-baselines", person: "cal.config", shows: "Before the move" },
  { name: "ci-baseline-new", path: "/ci-baselines/new", person: "cal.config", shows: "It begins with" },
  {
    name: "ci-baseline",
    path: named("cal.config", "/ci-baselines", "Before the move to the new data centre"),
    person: "cal.config",
    shows: /items then/,
  },
  {
    name: "my-attestations",
    path: "/my/attestations",
    person: "emma.field",
    shows: "It is right",
    onPhone: true,
  },
  {
    name: "my-attestations-of-an-agent",
    path: "/my/attestations",
    person: "nia.network",
    shows: "Remote access",
  },
];
