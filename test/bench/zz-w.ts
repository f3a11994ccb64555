import { readCpu, used } from "./cpu.ts";
import { throughHttp } from "./through-http.ts";
import { throughSdk } from "./through-sdk.ts";
import { startWorld } from "./world.ts";

const w = await startWorld({ incidents: Number(process.argv[2] ?? 1000) });
const run = async (label: string, work: () => Promise<void>, n: number) => {
  await w.system.drain();
  const a = await readCpu(w.pids);
  const t = performance.now();
  for (let i = 0; i < n; i++) await work();
  const wall = (performance.now() - t) / n;
  await w.system.drain();
  const u = used(a, await readCpu(w.pids));
  console.log(
    label.padEnd(14),
    wall.toFixed(1).padStart(6),
    "ms wall; cpu",
    [...u].map(([k, v]) => `${k.replace("steward-", "")} ${(v / n).toFixed(1)}`).join(", "),
  );
};
const h = throughHttp(w),
  s = throughSdk(w);
for (let r = 0; r < 3; r++) {
  await run("sdk create", s.create, 300);
  await run("http create", h.create, 300);
  await run("sdk get", s.get, 300);
  await run("http get", h.get, 300);
}
await w.stop();
