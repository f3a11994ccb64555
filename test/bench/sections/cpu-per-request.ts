import { repeat } from "../block.ts";
import { type CpuReading, readCpu, used } from "../cpu.ts";
import type { Section } from "../result.ts";
import { median, round } from "../stats.ts";
import { type Operation, throughHttp } from "../through-http.ts";
import type { World } from "../world.ts";

/** Goals in ms of CPU: all processes, and the API function alone. */
const goals = { get: [4, 2], list: [6, 3], create: [15, 4] } as const satisfies Partial<
  Record<Operation, readonly [number, number]>
>;
type Measured = keyof typeof goals;

const apiFunction = "steward-incident-api";

const sum = (reading: CpuReading): number => [...reading.values()].reduce((total, each) => total + each, 0);

const measure = async (
  { system, pids }: World,
  work: () => Promise<void>,
  times: number,
): Promise<CpuReading> => {
  await system.drain();
  const before = await readCpu(pids);
  await repeat(work, times);
  await system.drain();
  const spent = used(before, await readCpu(pids));
  return new Map([...spent].map(([who, total]) => [who, total / times]));
};

const medians = (readings: readonly CpuReading[]): CpuReading =>
  new Map(
    [...new Set(readings.flatMap((reading) => [...reading.keys()]))].map((who) => [
      who,
      median(readings.map((reading) => reading.get(who) ?? 0)),
    ]),
  );

/** CPU time of a request over all processes, everything that it sets off included. */
export const cpuPerRequest = async (
  world: World,
  { rounds, times }: { readonly rounds: number; readonly times: number },
): Promise<Section> => {
  const work = throughHttp(world);
  const rows: (string | number)[][] = [];
  const findings: Section["findings"][number][] = [];
  for (const [operation, [all, own]] of Object.entries(goals) as [Measured, readonly [number, number]][]) {
    const readings: CpuReading[] = [];
    for (let n = 0; n < rounds; n += 1) readings.push(await measure(world, work[operation], times));
    const reading = medians(readings);
    const total = round(median(readings.map(sum)));
    const api = round(reading.get(apiFunction) ?? 0);
    const others = [...reading].filter(
      ([who]) => who !== apiFunction && who !== "front" && who !== "database",
    );
    const rest = others.reduce((part, [, each]) => part + each, 0);
    rows.push([
      operation,
      total,
      round(reading.get("front") ?? 0),
      api,
      round(reading.get("database") ?? 0),
      round(rest),
    ]);
    findings.push(
      { what: `${operation}: CPU of all processes`, value: total, unit: "ms", goal: { atMost: all } },
      { what: `${operation}: CPU of the function alone`, value: api, unit: "ms", goal: { atMost: own } },
    );
  }
  return {
    title: "CPU per request",
    method: `${rounds} times ${times} requests by one caller, the pipeline drained; ms of CPU from /proc, medians; the caller's own CPU is not counted`,
    columns: ["operation", "all", "front", "API function", "DynamoDB Local", "other functions"],
    rows,
    findings,
  };
};
