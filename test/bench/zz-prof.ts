import { execSync } from "node:child_process";
import { readCpu, used } from "./cpu.ts";
import { type Operation, throughHttp } from "./through-http.ts";
import { startWorld } from "./world.ts";

const [op, count, prof] = process.argv.slice(2);
const w = await startWorld({
  incidents: 1000,
  execArgv:
    prof === "front"
      ? ["--cpu-prof", "--cpu-prof-interval", "200", "--cpu-prof-dir=/tmp/replay-work/prof-front"]
      : [],
});
const work = throughHttp(w)[op as Operation];
for (let i = 0; i < Math.min(400, Number(count)); i++) await work();
await w.system.drain();
const { database } = await w.pids();
if (prof === "jfr") execSync(`jcmd ${database} JFR.start settings=profile filename=/tmp/replay-work/db.jfr`);
await w.system.countCapacity();
const s0 = await w.system.status();
const a = await readCpu(w.pids);
const t = performance.now();
const c = process.cpuUsage();
for (let i = 0; i < Number(count); i++) await work();
await w.system.drain();
const n = Number(count);
const d = process.cpuUsage(c);
console.log(op, ((performance.now() - t) / n).toFixed(1) + " ms wall");
for (const [k, v] of used(a, await readCpu(w.pids)))
  console.log("  ", k.padEnd(30), (v / n).toFixed(2) + " ms cpu");
console.log("   driver", ((d.user + d.system) / 1000 / n).toFixed(2));
for (const l of await w.system.capacity())
  console.log(
    "  ",
    l.operation.padEnd(20),
    l.table.padEnd(18),
    (l.calls / n).toFixed(2),
    "reads",
    (l.reads / n).toFixed(2),
    "writes",
    (l.writes / n).toFixed(2),
  );
if (prof === "jfr") execSync(`jcmd ${database} JFR.stop name=1`, { stdio: "inherit" });
await w.stop();
