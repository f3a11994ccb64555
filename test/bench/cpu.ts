import { readdirSync, readFileSync } from "node:fs";
import type { CloudPids } from "../replay/own-cloud.ts";

/** Linux counts process time in hundredths of a second. */
const millisecondsPerTick = 10;

/** CPU milliseconds (user and system, all threads) that a process has used; 0 when it is gone. */
export const cpuOf = (pid: number): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command, in parentheses, may hold spaces; times are the 12th and 13th field after it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick;
  } catch {
    return 0;
  }
};

/** CPU milliseconds used so far by who used them: `front`, `database`, or a function's name. */
export type CpuReading = ReadonlyMap<string, number>;

/** False where the operating system does not tell (the numbers come from Linux's /proc). */
export const cpuIsKnown = (): boolean => {
  try {
    return readdirSync("/proc/self").includes("stat");
  } catch {
    return false;
  }
};

export const readCpu = async (read: () => Promise<CloudPids>): Promise<CpuReading> => {
  const { front, database, containers } = await read();
  const reading = new Map([
    ["front", cpuOf(front)],
    ["database", cpuOf(database)],
  ]);
  for (const [name, pids] of Object.entries(containers))
    reading.set(
      name,
      pids.reduce((sum, pid) => sum + cpuOf(pid), 0),
    );
  return reading;
};

/** What was used between two readings, by who used it. */
export const used = (before: CpuReading, after: CpuReading): CpuReading =>
  new Map([...after].map(([who, total]) => [who, total - (before.get(who) ?? 0)]));
