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
  { name: "ci-model", path: "/cmdb-model", person: "cal.config", shows: "Types of relations" },
  { name: "ci-sources", path: "/ci-sources", person: "cal.config", shows: "Data centre list" },
  { name: "ci-source-new", path: "/ci-sources/new", person: "cal.config", shows: "Its words and ours" },
  {
    name: "ci-source",
    path: "/ci-sources/src.data-centre",
    person: "cal.config",
    shows: "Its words and ours",
  },
  { name: "ci-classes", path: "/ci-classes", person: "alex.admin", shows: "access_point" },
  { name: "ci-class-new", path: "/ci-classes/new", person: "alex.admin", shows: "Add an attribute" },
  { name: "ci-class", path: "/ci-classes/kiosk", person: "alex.admin", shows: "Add an attribute" },
  { name: "ci-relation-types", path: "/relation-types", person: "alex.admin", shows: "runs on" },
  { name: "ci-relation-type-new", path: "/relation-types/new", person: "alex.admin", shows: "Add a pair" },
  { name: "ci-relation-type", path: "/relation-types/runs-on", person: "alex.admin", shows: "Add a pair" },
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
