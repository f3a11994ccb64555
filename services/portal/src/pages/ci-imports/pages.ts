import { page } from "../page.ts";
import { importTexts as texts } from "./texts.ts";

/** Who brings in what sources say; the API decides. */
const importers = ["configuration-manager"];

export const importPages = [
  page({
    path: "/ci-imports",
    title: texts.many,
    place: { section: "services", text: texts.many, order: 12, roles: importers },
    load: async () => (await import("./import-list.tsx")).ImportList,
  }),
  page({
    path: "/ci-imports/new",
    title: texts.new,
    load: async () => (await import("./import-new-page.tsx")).NewImportPage,
  }),
  page({
    path: "/ci-imports/:importId",
    title: texts.one,
    load: async () => (await import("./import-page.tsx")).ImportPage,
  }),
];
