import { page } from "../page.ts";
import { requestTexts as texts } from "./texts.ts";

export const requestPages = [
  page({
    path: "/my/orders",
    title: texts.mine,
    place: { section: "self-service", text: texts.mine, order: 25 },
    load: async () => (await import("./my-requests-page.tsx")).MyRequestsPage,
  }),
  page({
    path: "/requests/:requestId",
    title: texts.title,
    load: async () => (await import("./request-page.tsx")).RequestPage,
  }),
];
