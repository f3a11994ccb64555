import { startDynamoDbLocal } from "../../../infra/local/dynamodb-local.ts";
import { walkAsked } from "../../../services/configuration/impact/answer.ts";
import { ImpactAsk } from "../../../services/configuration/impact/ask.ts";
import { ciRecords } from "../../../services/configuration/table.ts";
import { serviceActor } from "../../../shared/access/actor.ts";
import { systemClock } from "../../../shared/domain/clock.ts";
import { createBundles } from "../../../shared/dynamo/bundles.ts";
import { createRecords } from "../../../shared/dynamo/records.ts";
import { tableAt } from "../../bed/fresh-table.ts";
import { countReads } from "../impact/count-reads.ts";
import {
  chain,
  dependentsOf,
  type Graph,
  grouped,
  hub,
  inLibrary,
  landscapes,
  reachInLibrary,
  reachInMemory,
} from "../impact/graphs.ts";
import { memoryOf } from "../impact/memory-of.ts";
import { ciId, seedGraph } from "../impact/seed-graph.ts";
import type { Section } from "../result.ts";

type Measured = {
  readonly graph: string;
  readonly impacted: number;
  readonly cut: string;
  readonly milliseconds: number;
  /** Of this process: what does not depend on who else is on the machine. */
  readonly cpuMilliseconds: number;
  readonly memoryMilliseconds: number;
  readonly libraryMilliseconds: number;
  readonly calls: number;
  readonly units: number;
  /** MB of heap that the walk took at most, garbage included. */
  readonly most: number;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const timed = async <T>(work: () => Promise<T> | T): Promise<readonly [number, T]> => {
  const begunAt = performance.now();
  const result = await work();
  return [performance.now() - begunAt, result];
};

type Question = { readonly graph: Graph; readonly ask: object };

const measure = async (endpoint: string, { graph, ask }: Question, rounds: number): Promise<Measured> => {
  // Impact asks no index, and filling them is what would take the time.
  const { client, table, stop } = await tableAt(endpoint, { indexes: { unused: "No item is in it" } });
  try {
    await seedGraph(client, table, graph);
    const scope = { client, table, clock: systemClock, actor: serviceActor("bench"), correlationId: "bench" };
    const context = { bundles: createBundles(scope), allCis: createRecords(ciRecords, scope) };
    const asked = ImpactAsk.parse({ ciIds: [ciId(0)], ...ask });
    const once = () => walkAsked(asked, context, Number.POSITIVE_INFINITY);
    const reads = countReads(client);
    await once();
    reads.take();
    const { result, most } = await memoryOf(once);
    const { reached, truncated } = result;
    const { calls, units } = reads.take();
    const times: number[] = [];
    const cpuBefore = process.cpuUsage();
    for (let round = 0; round < rounds; round++) times.push((await timed(once))[0]);
    const { user, system } = process.cpuUsage(cpuBefore);
    const dependents = dependentsOf(graph);
    const memory = await timed(() => reachInMemory(dependents));
    const impacted = reached.size - 1;
    if (truncated === undefined && impacted !== memory[1])
      throw new Error(`${graph.name}: ${impacted} impacted, in memory ${memory[1]}`);
    const kept = inLibrary(graph);
    const library = await timed(() => reachInLibrary(kept));
    if (library[1] !== memory[1]) throw new Error(`${graph.name}: ${library[1]} by the library`);
    return {
      graph: graph.name,
      impacted,
      cut: truncated ? `${truncated.reason}: ${truncated.detail}` : "nothing",
      milliseconds: median(times),
      cpuMilliseconds: (user + system) / 1000 / rounds,
      memoryMilliseconds: memory[0],
      libraryMilliseconds: library[0],
      calls,
      units,
      most,
    };
  } finally {
    stop();
  }
};

/** Impact of one CI on generated graphs, beside the same question to a graph that is in memory already. */
export const impact = async ({
  rounds,
  sizes,
}: {
  rounds: number;
  sizes: readonly number[];
}): Promise<Section> => {
  const database = await startDynamoDbLocal();
  const questions: readonly Question[] = [
    ...sizes.map((size) => ({ graph: landscapes(size), ask: {} })),
    { graph: grouped(10_000), ask: {} },
    { graph: chain(1000), ask: { depth: 1000 } },
    { graph: chain(1000), ask: {} },
    { graph: hub(10_000), ask: { most: 20_000 } },
    { graph: hub(10_000), ask: {} },
  ];
  const all: Measured[] = [];
  try {
    for (const question of questions) all.push(await measure(database.endpoint, question, rounds));
  } finally {
    await database.stop();
  }
  const [first] = all;
  const largest = all[sizes.length - 1];
  return {
    title: "Impact",
    method:
      "what depends on one CI: the service's own walk against DynamoDB Local, median; five relations a CI on average",
    columns: [
      "graph",
      "impacted",
      "cut off",
      "ms",
      "ms of CPU",
      "ms of a loop in memory",
      "ms of graphlib in memory",
      "calls",
      "read units",
      "MB of heap at most",
    ],
    rows: all.map((each) => [
      each.graph,
      each.impacted,
      each.cut,
      each.milliseconds.toFixed(0),
      each.cpuMilliseconds.toFixed(0),
      each.memoryMilliseconds.toFixed(2),
      each.libraryMilliseconds.toFixed(2),
      each.calls,
      each.units,
      each.most.toFixed(1),
    ]),
    findings: [
      {
        what: `milliseconds for ${largest?.impacted} impacted CIs among ${sizes.at(-1)}`,
        value: Math.round(largest?.milliseconds ?? 0),
        unit: "ms",
        goal: { atMost: 1000 },
      },
      {
        what: `read units among ${sizes.at(-1)} CIs, against ${sizes[0]}`,
        value: Number(((largest?.units ?? 0) / (first?.units ?? 1)).toFixed(2)),
        unit: "times",
        goal: { atMost: 1.2 },
      },
    ],
  };
};
