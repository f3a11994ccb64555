import { execFileSync } from "node:child_process";

/** The functions as somebody's browser has them who lives in this zone: a process of its own. */
const inZone = (zone: string, expression: string): unknown => {
  const script = `import("./services/portal/src/parts/times.ts").then(({ dayOf, dayText, startOfDay }) => console.log(JSON.stringify(${expression})))`;
  const run = ["--import", "tsx", "--eval", script];
  return JSON.parse(
    execFileSync(process.execPath, run, { env: { ...process.env, TZ: zone, LANG: "C" } }).toString(),
  );
};

describe("a day of a report", () => {
  it.each(["America/New_York", "UTC", "Pacific/Auckland"])("is the same day in %s", (zone) => {
    const told = inZone(
      zone,
      '[dayOf(new Date(startOfDay("2026-03-02"))), dayText(startOfDay("2026-03-02"))]',
    ) as readonly string[];
    expect(told[0]).toBe("2026-03-02");
    expect(told[1]).toMatch(/\b2\b/);
  });
});
