import { page } from "../page.ts";
import { delegationTexts as texts } from "./texts.ts";

export const delegationPages = [
  page({
    path: "/my/delegations",
    title: texts.title,
    place: { section: "self-service", text: texts.title, order: 45 },
    load: async () => (await import("./delegations-page.tsx")).DelegationsPage,
  }),
];
