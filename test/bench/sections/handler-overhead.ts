import { fork } from "node:child_process";
import path from "node:path";
import type { Section } from "../result.ts";
import { median, round } from "../stats.ts";

type Measured = { readonly name: string; readonly whole: number; readonly alone: number };

const measure = (rounds: number, times: number): Promise<readonly Measured[]> =>
  new Promise((resolve, reject) => {
    const found: Measured[] = [];
    const child = fork(path.resolve("test/bench/handler-process.ts"), [String(rounds), String(times)], {
      execArgv: ["--import", "tsx"],
      env: { ...process.env, AWS_REGION: "us-east-1", POWERTOOLS_SERVICE_NAME: "bench" },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    child.on("message", (measured: Measured) => found.push(measured));
    child.once("exit", (code) =>
      code === 0 ? resolve(found) : reject(new Error(`handler-process.ts ended with ${code}`)),
    );
  });

const goalMilliseconds = 1;

/** What router, access check, validation, logs and metrics add to an endpoint's own work. */
export const handlerOverhead = async ({
  rounds,
  times,
}: {
  readonly rounds: number;
  readonly times: number;
}): Promise<Section> => {
  const found = await measure(rounds, times);
  const rows = [...new Set(found.map(({ name }) => name))].map((name) => {
    const own = found.filter((each) => each.name === name);
    const [whole, alone] = [median(own.map((each) => each.whole)), median(own.map((each) => each.alone))];
    return [name, round(whole, 3), round(alone, 3), round(whole - alone, 3)] as const;
  });
  return {
    title: "Overhead of a request inside the function",
    method: `the API handler called in a process of its own with a database that answers at once, minus the endpoint's handler called with the same; ${rounds} times ${times} calls, ms of CPU, medians`,
    columns: ["operation", "whole", "handler alone", "overhead"],
    rows,
    findings: rows.map(([name, , , overhead]) => ({
      what: `${name}: router, access, validation, logs`,
      value: overhead,
      unit: "ms",
      goal: { atMost: goalMilliseconds },
    })),
  };
};
