import { existsSync } from "node:fs";
import { readLog } from "../log.ts";
import { findCandidates } from "./find-candidates.ts";
import { judge } from "./judge-candidates.ts";

const file = "../shared/data/incidents/servicenow-log.csv.gz";
const onLog = existsSync(file) ? describe : describe.skip;

onLog("a real desk's incidents", () => {
  test("yield candidates that begin nearer to that desk's own problems than chance, each likeness once", async () => {
    const log = readLog(file, 2500);
    const found = await findCandidates(log);
    const { candidates, covered, problems, ...judged } = judge(log, found);
    const keys = found.map(({ candidate }) => JSON.stringify(candidate.likeness));
    expect(new Set(keys).size).toBe(keys.length);
    expect(candidates).toBeGreaterThan(20);
    expect(judged.precisionAtProposal).toBeGreaterThan(1.3 * judged.chanceAtProposal);
    expect(covered / problems).toBeGreaterThan(0.5);
  });

  test("come back seldom, once they were found to be usual", async () => {
    const log = readLog(file, 2500);
    const [once, again] = [await findCandidates(log), await findCandidates(log, {}, true)];
    const count = (found: typeof once) => found.flatMap(({ proposedWith }) => proposedWith).length;
    expect(count(again)).toBeLessThan(3 * count(once));
  });

  test("yield none where nothing is looked for", async () => {
    const none = {
      similarIncidents: 100,
      windowDays: 0.01,
      rules: { service: null, category: null, text: null },
    };
    expect(await findCandidates(readLog(file, 500), none)).toEqual([]);
  });
});
