import type { Section } from "../result.ts";
import { newIncident } from "../seed-incidents.ts";
import { percentile, round } from "../stats.ts";
import type { World } from "../world.ts";

const longest = 30_000;
const pauseMs = 25;

type Found = { readonly items: readonly { readonly id: string }[] };

/** Asks until the search knows a word that nobody said before; answers how long that took, in milliseconds. */
const untilFound = async ({ system }: World, word: string): Promise<number> => {
  const started = performance.now();
  while (performance.now() - started < longest) {
    const { body } = await system.as("desk", "POST", "/knowledge/search", { body: { text: word } });
    if ((body as Found).items.length > 0) return performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new Error(`the search does not know "${word}" after ${longest} ms`);
};

/** Letters only, no two alike: a word that no other is a misspelling of. */
const wordOf = (n: number): string =>
  `quux${[...String(n * 7919 + 104_729)].map((digit) => "bcdfghjklm"[Number(digit)]).join("")}`;

/** From the answer that says "resolved" to the search that finds the resolution. */
export const searchFreshness = async (
  world: World,
  { samples }: { readonly samples: number },
): Promise<Section> => {
  const times: number[] = [];
  for (let n = 0; n < samples; n += 1) {
    const { body } = await world.system.as("desk", "POST", "/incidents", { body: newIncident(n) });
    await world.system.drain();
    const { id } = body as { readonly id: string };
    const text = `Mended by ${wordOf(n)}`;
    const done = await world.system.as("desk", "POST", `/incidents/${id}/resolve`, {
      body: { code: "advice", text },
    });
    if (done.status !== 200) throw new Error(`${id} is not resolved: ${done.status}`);
    times.push(await untilFound(world, wordOf(n)));
  }
  const [p50, p95] = [round(percentile(times, 0.5), 0), round(percentile(times, 0.95), 0)];
  return {
    title: "Freshness of the search",
    method: `from the answer to the resolving of an incident until the search finds a word of its resolution: stream, publisher, bus, queue, consumer, index, and how long a warm function keeps what it has loaded; ${samples} samples, one at a time`,
    columns: ["p50 ms", "p95 ms"],
    rows: [[p50, p95]],
    findings: [{ what: "resolved to found, p95", value: p95, unit: "ms", goal: { atMost: 5000 } }],
  };
};
