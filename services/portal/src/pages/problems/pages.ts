import { page } from "../page.ts";
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
    path: "/problems/:problemId",
    title: texts.problem,
    load: async () => (await import("./problem-page.tsx")).ProblemPage,
  }),
  page({
    path: "/problem-candidates/:candidateId",
    title: texts.candidate,
    load: async () => (await import("./candidate-page.tsx")).CandidatePage,
  }),
];
