import { keysOf, startStreamsWorld } from "./support/streams-world.ts";

type World = Awaited<ReturnType<typeof startStreamsWorld>>;
const failed = { ok: false, errorType: "Error", message: "no" } as const;

describe("a function that fails on a stream's records", () => {
  let world: World;
  let reader: ReturnType<World["read"]>;
  const batches: string[] = [];
  /** Writes the keys, then reads them all; gives the batches as the function saw them. */
  const run = async (
    settings: Parameters<typeof startStreamsWorld>[0],
    handle: Parameters<World["read"]>[0],
  ) => {
    world = await startStreamsWorld(settings);
    batches.length = 0;
    for (const key of "abcd") await world.put(key);
    reader = world.read((records) => {
      batches.push(keysOf(records).join(""));
      return handle(records);
    });
    await reader.settle();
    return batches;
  };
  afterEach(async () => {
    await reader.stop();
    world.stop();
  });

  it("gets the whole batch again", async () => {
    let tries = 0;
    expect(await run({}, () => (++tries < 3 ? failed : undefined))).toEqual(["abcd", "abcd", "abcd"]);
  });

  it("gets the rest again from the first record it reports", async () => {
    let tries = 0;
    const report = (records: Parameters<typeof keysOf>[0], ...at: number[]) => ({
      ok: true as const,
      value: {
        batchItemFailures: at.map((index) => ({ itemIdentifier: records[index]?.dynamodb.SequenceNumber })),
      },
    });
    const seen = await run({ FunctionResponseTypes: ["ReportBatchItemFailures"] }, (records) =>
      ++tries === 1 ? report(records, 3, 1) : undefined,
    );
    expect(seen).toEqual(["abcd", "bcd"]);
  });

  it.each([
    ["names a record that was not there", { batchItemFailures: [{ itemIdentifier: "nobody" }] }],
    ["names no record", { batchItemFailures: [{ itemIdentifier: "" }] }],
  ])("gets the whole batch again when its report %s", async (_, value) => {
    let tries = 0;
    const seen = await run({ FunctionResponseTypes: ["ReportBatchItemFailures"] }, () =>
      ++tries === 1 ? { ok: true, value } : undefined,
    );
    expect(seen).toEqual(["abcd", "abcd"]);
  });

  it("does not stop the stream for ever: what is given up is reported with its place in the stream", async () => {
    const settings = { MaximumRetryAttempts: 1, DestinationConfig: true, BatchSize: 2 };
    const seen = await run(settings, (records) => (keysOf(records).includes("b") ? failed : undefined));
    expect(seen).toEqual(["ab", "ab", "cd"]);
    expect(world.given).toHaveLength(1);
    expect(world.given[0]?.destination).toContain("Unpublished");
    expect(JSON.parse(world.given[0]?.message ?? "")).toMatchObject({
      requestContext: { condition: "RetryAttemptsExhausted", approximateInvokeCount: 2 },
      DDBStreamBatchInfo: { batchSize: 2, streamArn: expect.stringContaining(world.table) },
    });
  });

  it("loses the poisonous record only when batches are bisected", async () => {
    const settings = { MaximumRetryAttempts: 0, BisectBatchOnFunctionError: true, DestinationConfig: true };
    const seen = await run(settings, (records) => (keysOf(records).includes("c") ? failed : undefined));
    expect(seen).toEqual(["abcd", "ab", "cd", "c", "d"]);
    expect(world.given.map(({ message }) => JSON.parse(message).DDBStreamBatchInfo.batchSize)).toEqual([1]);
  });

  it("is not asked again once the records are too old", async () => {
    const settings = { MaximumRecordAgeInSeconds: 60, DestinationConfig: true };
    const seen = await run(settings, () => {
      world.clock.moveTo(world.clock.now() + 61_000);
      return failed;
    });
    expect(seen).toEqual(["abcd"]);
    expect(JSON.parse(world.given[0]?.message ?? "").requestContext.condition).toBe("RecordAgeExceeded");
  });
});
