import { page } from "../page.ts";
import { myAssetsTexts as texts } from "./texts.ts";

export const myAssetsPages = [
  page({
    path: "/my/assets",
    title: texts.title,
    place: { section: "self-service", text: texts.title, order: 40 },
    load: async () => (await import("./my-assets-page.tsx")).MyAssetsPage,
  }),
];
