import { existsSync } from "node:fs";
import { readLog } from "../log.ts";
import { findCandidates } from "./find-candidates.ts";
import { judge } from "./judge-candidates.ts";

const file = "../shared/data/incidents/servicenow-log.csv.gz";
const onLog = existsSync(file) ? describe : describe.skip;

onLog("a real desk's incidents", () => {
  test("yield candidates far nearer to that desk's own problems than chance, each likeness once", async () => {
    const log = readLog(file, 2500);
    const found = await findCandidates(log);
    const { candidates, precision, share, covered, problems } = judge(log, found);
    const keys = found.map(({ candidate }) => JSON.stringify(candidate.likeness));
    expect(new Set(keys).size).toBe(keys.length);
    expect(candidates).toBeGreaterThan(20);
    expect(precision).toBeGreaterThan(10 * share);
    expect(covered / problems).toBeGreaterThan(0.5);
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
