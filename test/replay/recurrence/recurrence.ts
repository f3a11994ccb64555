import { readLog } from "../log.ts";
import { findCandidates } from "./find-candidates.ts";
import { judge } from "./judge-candidates.ts";

const usage = `npm run --silent recurrence -- <log.csv.gz>

Plays the openings of a real desk's log to problem management at its default settings, and compares the
candidates with the problems that the desk recorded, and both with as many incidents taken at random. Then plays
it again with a manager who dismisses each candidate a day later. Prints figures as JSON on the last line.`;

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const log = readLog(file);
  const begun = performance.now();
  const judgement = judge(log, await findCandidates(log));
  const seconds = Number(((performance.now() - begun) / 1000).toFixed(1));
  const { byKind, ...all } = judgement;
  console.table(byKind);
  const dismissed = judge(log, await findCandidates(log, {}, true)).proposals;
  console.log(JSON.stringify({ ...all, byKind, proposalsIfDismissed: dismissed, seconds }));
}
