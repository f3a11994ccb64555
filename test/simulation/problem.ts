import { problemService } from "../../services/problem/service.ts";
import { candidateRecords, problemRecords, settingsRecords } from "../../services/problem/table.ts";
import { heldRecords, isHeldRecord } from "../../shared/holdings/holdings.ts";
import type { Random } from "./machine/random.ts";
import { handleProblem } from "./problem-commands.ts";
import { brokenCandidates, brokenProjections } from "./problem-projections.ts";
import { brokenProblems } from "./problem-ties.ts";
import { type Model, type Operation, type Simulated, storedKind } from "./simulated.ts";

const list = (): Operation => ({ as: "pia", method: "GET", path: "/problem-candidates" });

const decide = (random: Random, model: Model): Operation => {
  const known = model.seen("PRC");
  if (known.length === 0) return list();
  const { id, version } = random.pick(known);
  const problem = random.chance(0.3) ? model.seen("PRB").at(-1)?.id : undefined;
  const [rest, body] = random.pick([
    ["dismiss", { reason: model.word() }],
    ["accept", problem === undefined ? {} : { problemId: problem }],
  ] as const);
  return {
    as: "pia",
    method: "POST",
    path: `/problem-candidates/${id}/${rest}`,
    body,
    isKeyed: true,
    ifMatch: random.chance(0.3) ? version : undefined,
  };
};

const settings = (random: Random, model: Model): Operation => ({
  as: "pia",
  method: "PUT",
  path: "/problem-settings",
  ifMatch: model.seen("problem-settings")[0]?.version ?? 0,
  body: {
    similarIncidents: random.between(2, 4),
    windowDays: random.between(3, 14),
    rules: {
      service: random.pick([null, { similarIncidents: 4, windowDays: 7 }]),
      category: { similarIncidents: random.between(3, 10), windowDays: 7 },
    },
    heldIncidents: random.pick(["resolve", "offer"]),
    openTasks: random.pick(["block", "cancel"]),
  },
});

/** Problem management watches incidents; people decide about what it finds, and about problems. */
export const simulatedProblem: Simulated = {
  service: problemService as unknown as Simulated["service"],
  share: 4,
  kinds: [
    storedKind(problemRecords, (id) => /^PRB\d+$/.test(id)),
    storedKind(candidateRecords, (id) => /^PRC\d+$/.test(id), ["ProblemCandidateGrew"]),
    storedKind(settingsRecords, (id) => id === "problem-settings"),
    storedKind(heldRecords, isHeldRecord, ["HoldingsFound"]),
  ],
  operation: (random, model) =>
    random.weighted([
      [3, list],
      [3, decide],
      [1, settings],
      [14, handleProblem],
    ])(random, model),
  broken: (facts) => [...brokenProjections(facts), ...brokenCandidates(facts), ...brokenProblems(facts)],
};
