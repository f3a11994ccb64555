import { type Block, runBlock } from "../block.ts";
import type { Section } from "../result.ts";
import { median, percentile, round } from "../stats.ts";
import { type Operation, operations, throughHttp } from "../through-http.ts";
import { throughSdk } from "../through-sdk.ts";
import type { World } from "../world.ts";

const callers = [1, 8, 32] as const;

type Measured = {
  readonly operation: Operation;
  readonly callers: number;
  readonly http: readonly Block[];
  readonly sdk: readonly Block[];
};

/** Blocks of both kinds in turn, so that whatever else the machine does falls on both. */
const measure = async (
  world: World,
  operation: Operation,
  count: number,
  options: ThroughputOptions,
): Promise<Measured> => {
  const [http, sdk]: [Block[], Block[]] = [[], []];
  const [api, bare] = [throughHttp(world)[operation], throughSdk(world)[operation]];
  for (let round = 0; round < options.rounds; round += 1) {
    http.push(await runBlock(api, count, options.milliseconds));
    // What a write set off is not to slow down the other side's block.
    await world.system.drain();
    sdk.push(await runBlock(bare, count, options.milliseconds));
  }
  return { operation, callers: count, http, sdk };
};

export type ThroughputOptions = { readonly rounds: number; readonly milliseconds: number };

const rate = (blocks: readonly Block[]): number => median(blocks.map(({ perSecond }) => perSecond));
const time = (blocks: readonly Block[], share: number): number =>
  round(
    percentile(
      blocks.flatMap(({ times }) => times),
      share,
    ),
    1,
  );

const rowOf = ({ operation, callers: count, http, sdk }: Measured) => [
  operation,
  count,
  round(rate(http), 0),
  time(http, 0.5),
  time(http, 0.95),
  round(rate(sdk), 0),
  time(sdk, 0.5),
  time(sdk, 0.95),
  round(median(http.map(({ perSecond }, n) => perSecond / (sdk[n]?.perSecond ?? Number.NaN)))),
];

/** No collapse: what 32 callers get is at least this share of what 8 get. */
const keptShare = 0.8;

/** Requests per second and their times, as a ratio to the same calls made with the bare SDK. */
export const throughput = async (world: World, options: ThroughputOptions): Promise<Section> => {
  const measured: Measured[] = [];
  for (const operation of operations) {
    for (const count of callers) measured.push(await measure(world, operation, count, options));
  }
  const rateOf = (operation: Operation, count: number): number => {
    const found = measured.find((each) => each.operation === operation && each.callers === count);
    return round(rate(found?.http ?? []), 0);
  };
  return {
    title: "Requests per second",
    method: `${options.rounds} blocks of ${options.milliseconds} ms through the API and with the bare SDK in turn, on one DynamoDB Local in memory; medians; times in ms`,
    columns: ["operation", "callers", "API/s", "p50", "p95", "SDK/s", "p50", "p95", "API : SDK"],
    rows: measured.map(rowOf),
    findings: [
      { what: "gets, 8 callers", value: rateOf("get", 8), unit: "/s", goal: { atLeast: 300 } },
      { what: "creates, 8 callers", value: rateOf("create", 8), unit: "/s", goal: { atLeast: 60 } },
      ...operations.map((operation) => ({
        what: `${operation}, 32 callers against 8`,
        value: round(rateOf(operation, 32) / rateOf(operation, 8)),
        unit: "times",
        goal: { atLeast: keptShare },
      })),
    ],
  };
};
