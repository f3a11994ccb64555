import { existsSync } from "node:fs";
import { deskTerms, serviceLevels } from "./checks/service-levels.ts";
import { decideLog } from "./decide-log.ts";
import { deskLog } from "./desk-settings.ts";
import { readLog } from "./log.ts";

const whereLogIs = existsSync(deskLog) ? it : it.skip;
/** So many are measured by agreements as well; `npm run replay -- LOG --decisions` measures all. */
const measured = 1500;

describe("a real desk's year, decided row by row", () => {
  whereLogIs(`is refused nothing and leaves one history entry per row (needs ${deskLog})`, () => {
    const lives = readLog(deskLog).map((logged) => decideLog(logged, { policies: [], calendars: new Map() }));
    expect(lives.flatMap(({ problems }) => problems)).toEqual([]);
    expect(new Set(lives.map(({ incident }) => incident?.state))).toEqual(new Set(["closed"]));
    expect(
      lives.filter((each) => each.incident?.reopenCount !== Number(each.last?.row.reopen_count)),
    ).toEqual([]);
  });

  whereLogIs("keeps service levels that are what its history alone gives, each told once", () => {
    const lives = readLog(deskLog, measured).map((logged) => decideLog(logged, deskTerms));
    const { failures, numbers } = serviceLevels({
      final: new Map(lives.map(({ incident }) => [incident?.id ?? "", incident as never])),
      histories: new Map(lives.map(({ incident, entries }) => [incident?.id ?? "", entries])),
    });
    expect(failures).toEqual([]);
    expect(Number(numbers["P3 resolve met"])).toBeGreaterThan(100);
    expect(Number(numbers["P3 resolve breached"])).toBeGreaterThan(100);
  });
});
