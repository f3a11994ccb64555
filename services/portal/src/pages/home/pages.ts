import { page } from "../page.ts";
import { homeTexts } from "./texts.ts";

export const homePages = [
  page({
    path: "/",
    title: homeTexts.title,
    place: { section: "self-service", text: homeTexts.title, order: 0 },
    load: async () => (await import("./home-page.tsx")).HomePage,
  }),
];
