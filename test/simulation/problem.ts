import { problemService } from "../../services/problem/service.ts";
import { candidateRecords, settingsRecords } from "../../services/problem/table.ts";
import type { Random } from "./machine/random.ts";
import { brokenCandidates, brokenProjections } from "./problem-projections.ts";
import { type Model, type Operation, type Simulated, storedKind } from "./simulated.ts";

const list = (): Operation => ({ as: "pia", method: "GET", path: "/problem-candidates" });

const dismiss = (random: Random, model: Model): Operation => {
  const known = model.seen("PRC");
  if (known.length === 0) return list();
  const { id, version } = random.pick(known);
  return {
    as: "pia",
    method: "POST",
    path: `/problem-candidates/${id}/dismiss`,
    body: { reason: model.word() },
    isKeyed: true,
    ifMatch: random.chance(0.3) ? version : undefined,
  };
};

const settings = (random: Random, model: Model): Operation => ({
  as: "pia",
  method: "PUT",
  path: "/problem-settings",
  ifMatch: model.seen("problem-settings")[0]?.version ?? 0,
  body: { similarIncidents: random.between(2, 4), windowDays: random.between(3, 14) },
});

/** Problem management watches incidents; people now and then say that there is nothing in it. */
export const simulatedProblem: Simulated = {
  service: problemService as unknown as Simulated["service"],
  share: 1,
  kinds: [
    storedKind(candidateRecords, (id) => /^PRC\d+$/.test(id), true),
    storedKind(settingsRecords, (id) => id === "problem-settings"),
  ],
  operation: (random, model) =>
    random.weighted([
      [4, list],
      [2, dismiss],
      [1, settings],
    ])(random, model),
  broken: (facts) => [...brokenProjections(facts), ...brokenCandidates(facts)],
};
