import { page } from "../page.ts";
import { duplicateTexts as texts } from "./texts.ts";

export const duplicatePages = [
  page({
    path: "/ci-duplicates",
    title: texts.many,
    place: { section: "services", text: texts.many, order: 13, roles: ["configuration-manager"] },
    load: async () => (await import("./duplicate-list.tsx")).DuplicateList,
  }),
  page({
    path: "/ci-duplicates/:duplicateId",
    title: texts.one,
    load: async () => (await import("./duplicate-page.tsx")).DuplicatePage,
  }),
];
