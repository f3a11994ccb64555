import { page } from "../page.ts";
import { attestationTexts as texts } from "./texts.ts";

export const attestationPages = [
  page({
    path: "/my/attestations",
    title: texts.title,
    place: { section: "self-service", text: texts.title, order: 60 },
    load: async () => (await import("./attestations-page.tsx")).AttestationsPage,
  }),
];
