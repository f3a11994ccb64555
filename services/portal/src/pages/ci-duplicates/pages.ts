import { keepers } from "../configuration/keepers.ts";
import { pageTitles } from "../configuration/page-titles.ts";
import { page } from "../page.ts";

export const duplicatePages = [
  page({
    path: "/ci-duplicates",
    title: pageTitles.duplicates,
    place: { section: "services", text: pageTitles.duplicates, order: 13, roles: keepers },
    load: async () => (await import("./duplicate-list.tsx")).DuplicateList,
  }),
  page({
    path: "/ci-duplicates/:duplicateId",
    title: pageTitles.duplicate,
    load: async () => (await import("./duplicate-page.tsx")).DuplicatePage,
  }),
];
