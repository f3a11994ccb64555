import { existsSync } from "node:fs";
import { deskLog } from "./desk-settings.ts";
import type { Report } from "./report.ts";
import { runReplay } from "./run-replay.ts";

const sample = 60;
/** A real desk's month in a few minutes, on a machine that does other things as well. */
const longest = 15 * 60_000;

const whereLogIs = existsSync(deskLog) ? describe : describe.skip;

whereLogIs(
  `the first ${sample} incidents of a real desk, through the running system (needs ${deskLog})`,
  () => {
    let report: Report;
    beforeAll(async () => {
      report = await runReplay({ file: deskLog, limit: sample, concurrency: 8 });
    }, longest);

    it("replays every row", () => {
      expect(report).toMatchObject({ incidents: sample, rows: 374 });
    });

    it.each([
      "no step of the log is refused except bad data",
      "the computed priority equals the logged one on every row",
      "reassignment and reopen counts end as logged",
      "auto-close closes what the log shows as closed about five days after resolution",
      "counts per final state, priority and group equal the log's; one history entry per step, in order",
      "outbox and queues are empty, every event was consumed exactly once in effect",
      "problem and change ids of the log are typed links",
      "service levels met and breached per priority equal what is recomputed from history alone",
    ])("holds that %s", (title) => {
      const found = report.checks.find((check) => check.title === title);
      expect(found?.failures).toEqual([]);
      expect(Object.values(found?.numbers ?? {}).some((number) => Number(number) > 0)).toBe(true);
    });
  },
);
