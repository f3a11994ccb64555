import { pageTitles } from "../configuration/page-titles.ts";
import { page } from "../page.ts";

/** Who brings in what sources say; the API decides. */
const importers = ["configuration-manager"];

export const importPages = [
  page({
    path: "/ci-imports",
    title: pageTitles.imports,
    place: { section: "services", text: pageTitles.imports, order: 12, roles: importers },
    load: async () => (await import("./import-list.tsx")).ImportList,
  }),
  page({
    path: "/ci-imports/new",
    title: pageTitles.importNew,
    load: async () => (await import("./import-new-page.tsx")).NewImportPage,
  }),
  page({
    path: "/ci-imports/:importId",
    title: pageTitles.import,
    load: async () => (await import("./import-page.tsx")).ImportPage,
  }),
];
