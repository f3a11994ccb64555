import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { runBlock } from "./block.ts";
import { cpuIsKnown } from "./cpu.ts";
import { benchmarkText } from "./report.ts";
import { isMet, type Section } from "./result.ts";
import { bundles } from "./sections/bundles.ts";
import { capacityUnits, measureUnits } from "./sections/capacity-units.ts";
import { conflicts } from "./sections/conflicts.ts";
import { cpuPerRequest } from "./sections/cpu-per-request.ts";
import { dueDates } from "./sections/due-dates.ts";
import { eventLatency } from "./sections/event-latency.ts";
import { handlerOverhead } from "./sections/handler-overhead.ts";
import { impact } from "./sections/impact.ts";
import { portalInteractions } from "./sections/portal-interactions.ts";
import { portalSizes } from "./sections/portal-sizes.ts";
import { reporting } from "./sections/reporting.ts";
import { requests } from "./sections/requests.ts";
import { searchFreshness } from "./sections/search-freshness.ts";
import { sweepCost } from "./sections/sweep-cost.ts";
import { throughput } from "./sections/throughput.ts";
import { operations, throughHttp } from "./through-http.ts";
import { throughSdk } from "./through-sdk.ts";
import { startWorld, type World } from "./world.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    docs: { type: "boolean", default: false },
    only: { type: "string" },
  },
});

/** How long each part takes: a full run is for numbers to keep, a quick one for a look. */
const plan = values.quick
  ? {
      rounds: 1,
      milliseconds: 1500,
      cpuTimes: 150,
      samples: 10,
      imports: 5,
      calls: 2000,
      few: 1000,
      many: 5000,
      open: 10_000,
      graphs: [1000, 10_000],
      counted: [200, 1000] as const,
      calendar: 10_000,
      waiting: [24, 200] as const,
    }
  : {
      rounds: 5,
      milliseconds: 4000,
      cpuTimes: 400,
      samples: 40,
      imports: 15,
      calls: 5000,
      few: 1000,
      many: 50_000,
      open: 100_000,
      graphs: [1000, 10_000, 100_000],
      counted: [1000, 10_000] as const,
      calendar: 100_000,
      waiting: [24, 2000] as const,
    };

const wants = (part: string): boolean => values.only === undefined || values.only.split(",").includes(part);
const say = (what: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${what}`);

const inWorld = async <T>(incidents: number, work: (world: World) => Promise<T>): Promise<T> => {
  say(`a cloud with ${incidents} incidents`);
  const world = await startWorld({ incidents });
  try {
    return await work(world);
  } finally {
    await world.stop();
  }
};

const {
  rounds,
  milliseconds,
  cpuTimes,
  samples,
  imports,
  calls,
  few,
  many,
  open,
  graphs,
  counted,
  calendar,
  waiting,
} = plan;

/** The database's JVM and the functions compile what they run often: that is not a request's cost. */
const warmUp = async (world: World): Promise<void> => {
  say("warming up");
  for (const work of [throughHttp(world), throughSdk(world)])
    for (const operation of operations) await runBlock(work[operation], 4, milliseconds);
  await world.system.drain();
};

const measureWorld = async (world: World): Promise<readonly Section[]> => {
  await warmUp(world);
  const sections: Section[] = [];
  const add = async (part: string, measure: () => Promise<Section>): Promise<void> => {
    if (!wants(part)) return;
    say(part);
    sections.push(await measure());
  };
  await add("throughput", () => throughput(world, { rounds, milliseconds }));
  if (cpuIsKnown())
    await add("cpu", () => cpuPerRequest(world, { rounds: Math.max(3, rounds), times: cpuTimes }));
  await add("latency", () => eventLatency(world, { samples }));
  await add("freshness", () => searchFreshness(world, { samples }));
  return sections;
};

const units = async (): Promise<readonly Section[]> => {
  if (!wants("units")) return [];
  const small = await inWorld(few, measureUnits);
  const large = await inWorld(many, measureUnits);
  return [capacityUnits(small, large, [few, many])];
};

// So that what belongs to the run ends with it.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));

const worldly = ["throughput", "cpu", "latency", "freshness"].some(wants);
const sections: readonly Section[] = [
  ...(worldly ? await inWorld(few, measureWorld) : []),
  ...(await units()),
  ...(wants("sweep") ? [await sweepCost([few, open])] : []),
  ...(wants("impact") ? [await impact({ rounds, sizes: graphs })] : []),
  ...(wants("reporting") ? [await reporting({ sizes: counted })] : []),
  ...(wants("conflicts") ? [await conflicts({ rounds, few, many: calendar })] : []),
  ...(wants("requests") ? [await requests({ sizes: waiting })] : []),
  ...(wants("due") ? [dueDates({ rounds })] : []),
  ...(wants("bundles") ? [bundles({ rounds: imports })] : []),
  ...(wants("portal") ? [await portalSizes(), await portalInteractions()] : []),
  ...(wants("overhead") ? [await handlerOverhead({ rounds, times: calls })] : []),
];

const text = benchmarkText(sections, values.quick ? "quick" : "full");
console.log(text);
writeFileSync(
  "test/bench/results.json",
  `${JSON.stringify({ mode: values.quick ? "quick" : "full", sections }, null, 2)}\n`,
);
if (values.docs) writeFileSync("docs/benchmarks.md", text);
const growing = sections.some(
  ({ title, findings }) =>
    ["Capacity units", "Sweep of service levels"].includes(title) && !findings.every(isMet),
);
// Units that grow with the past are a defect on any machine; everything else depends on the machine.
process.exitCode = growing ? 1 : 0;
