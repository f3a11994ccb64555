import type { LambdaStreamRecord } from "../../../infra/local/streams/lambda-record.ts";
import { keysOf, startStreamsWorld } from "./support/streams-world.ts";

type World = Awaited<ReturnType<typeof startStreamsWorld>>;
type Reader = ReturnType<World["read"]>;

describe("a table's stream", () => {
  let world: World;
  let reader: Reader;
  const start = async (settings?: Parameters<typeof startStreamsWorld>[0]) => {
    world = await startStreamsWorld(settings);
  };
  const putAll = async (...keys: string[]) => {
    for (const key of keys) await world.put(key);
    reader?.wrote(world.table);
  };
  const read = (handle: Parameters<World["read"]>[0]) => {
    reader = world.read(handle);
  };
  afterEach(async () => {
    await reader.stop();
    world.stop();
  });

  it("gives the function what was written, in order, as Lambda words it", async () => {
    await start();
    const records: LambdaStreamRecord[] = [];
    read((batch) => void records.push(...batch));
    await putAll("a", "b", "c");
    await world.remove("b");
    reader.wrote(world.table);
    await reader.settle();
    expect(keysOf(records)).toEqual(["a", "b", "c", "b"]);
    expect(records.map(({ eventName }) => eventName)).toEqual(["INSERT", "INSERT", "INSERT", "REMOVE"]);
    expect(records[0]).toMatchObject({
      eventSource: "aws:dynamodb",
      eventVersion: "1.1",
      awsRegion: "us-east-1",
      eventSourceARN: expect.stringContaining(`:table/${world.table}/stream/`),
      dynamodb: {
        NewImage: { pk: { S: "a" } },
        StreamViewType: "NEW_IMAGE",
        SequenceNumber: expect.any(String),
      },
    });
  });

  it("never counts as read while a committed write has not been handed out", async () => {
    await start();
    const seen = new Set<string>();
    read((batch) => {
      for (const key of keysOf(batch)) seen.add(key);
      return undefined;
    });
    const missed: string[] = [];
    for (let at = 0; at < 150; at += 1) {
      await putAll(`k${at}`);
      await reader.settle();
      if (!seen.has(`k${at}`)) missed.push(`k${at}`);
    }
    expect(missed).toEqual([]);
  });

  it("hands out at most a batch at once", async () => {
    await start({ BatchSize: 4 });
    const sizes: number[] = [];
    await putAll(..."abcdefghij");
    read((batch) => void sizes.push(batch.length));
    await reader.settle();
    expect(sizes).toEqual([4, 4, 2]);
  });

  it("keeps to itself what the filter does not match", async () => {
    await start({
      FilterCriteria: { Filters: [{ Pattern: '{"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"yes"}]}}}}' }] },
    });
    const keys: string[] = [];
    read((batch) => void keys.push(...keysOf(batch)));
    await putAll("yes-1", "no-1", "yes-2", "no-2");
    await reader.settle();
    expect(keys).toEqual(["yes-1", "yes-2"]);
  });

  it("skips on its first start what is there already, if it starts at the latest", async () => {
    await start({ StartingPosition: "LATEST" });
    const keys: string[] = [];
    await putAll("old");
    read((batch) => void keys.push(...keysOf(batch)));
    await reader.settle();
    await putAll("new");
    await reader.settle();
    expect(keys).toEqual(["new"]);
  });

  it("goes on after a restart where it was, and repeats what was not settled", async () => {
    await start({ BatchSize: 2 });
    const first: string[] = [];
    let reached = (): void => undefined;
    const third = new Promise<void>((resolve) => {
      reached = resolve;
    });
    await putAll("a", "b", "c", "d", "e");
    read((batch) => {
      first.push(...keysOf(batch));
      if (first.length < 3) return undefined;
      reached();
      // The process dies while this batch is under way.
      return new Promise(() => undefined);
    });
    await third;
    const dead = reader;
    void dead.stop();
    const second: string[] = [];
    read((batch) => void second.push(...keysOf(batch)));
    await reader.settle();
    expect([first, second]).toEqual([
      ["a", "b", "c", "d"],
      ["c", "d", "e"],
    ]);
  });
});
