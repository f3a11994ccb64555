import { pageTitles } from "../configuration/page-titles.ts";
import { page } from "../page.ts";

export const attestationPages = [
  page({
    path: "/my/attestations",
    title: pageTitles.attestations,
    place: { section: "self-service", text: pageTitles.attestations, order: 60 },
    load: async () => (await import("./attestations-page.tsx")).AttestationsPage,
  }),
];
