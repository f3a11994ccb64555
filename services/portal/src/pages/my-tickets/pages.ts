import { page } from "../page.ts";
import { myTicketsTexts as texts } from "./texts.ts";

export const myTicketsPages = [
  page({
    path: "/my/tickets",
    title: texts.title,
    place: { section: "self-service", text: texts.title, order: 20 },
    load: async () => (await import("./my-tickets-page.tsx")).MyTicketsPage,
  }),
];
