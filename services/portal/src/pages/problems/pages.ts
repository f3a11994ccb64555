import { page } from "../page.ts";
import { problemFormTexts as formTexts } from "./form-texts.ts";
import { settingsTexts } from "./settings-texts.ts";
import { problemTexts as texts } from "./texts.ts";

const workers = ["agent", "problem-manager", "change-manager", "major-incident-manager", "admin"];

export const problemPages = [
  page({
    path: "/problems",
    title: texts.board,
    place: { section: "work", text: texts.board, order: 10, roles: workers },
    load: async () => (await import("./problem-board.tsx")).ProblemBoard,
  }),
  page({
    path: "/problems/new",
    title: formTexts.open,
    load: async () => (await import("./open-page.tsx")).OpenPage,
  }),
  page({
    path: "/problems/:problemId/cause",
    title: formTexts.cause,
    load: async () => (await import("./cause-page.tsx")).CausePage,
  }),
  page({
    path: "/problems/:problemId",
    title: texts.problem,
    load: async () => (await import("./problem-page.tsx")).ProblemPage,
  }),
  page({
    path: "/problem-settings",
    title: settingsTexts.title,
    place: {
      section: "administration",
      text: settingsTexts.title,
      order: 21,
      roles: ["problem-manager", "admin"],
    },
    load: async () => (await import("./settings-page.tsx")).ProblemSettingsPage,
  }),
  page({
    path: "/problem-candidates/:candidateId",
    title: texts.candidate,
    load: async () => (await import("./candidate-page.tsx")).CandidatePage,
  }),
];
