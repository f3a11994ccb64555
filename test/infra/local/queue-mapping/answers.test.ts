import { dead, main, partial, SECOND, world } from "../support/mapping-world.ts";
import { until } from "../support/messaging.ts";

describe("a mapping that takes reports of single failures", () => {
  test("gives back only what was reported", async () => {
    let tries = 0;
    const { worker, send, queues, quiet, pass, batches } = world((event) => {
      const bad = tries++ === 0 ? event.Records.filter(({ body }) => body === "bad") : [];
      return { batchItemFailures: bad.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    }, partial);
    send("good", "bad", "fine");
    worker.start();
    await until(() => queues.size(main) === 1, "the good ones are gone");
    expect(queues.peek(main, 5)).toMatchObject([{ body: "bad" }]);
    pass(61 * SECOND);
    await quiet();
    expect(batches).toEqual([["good", "bad", "fine"], ["bad"]]);
  });

  test.each([
    ["no answer", undefined],
    ["null", null],
    ["an empty object", {}],
    ["an empty list", { batchItemFailures: [] }],
    ["null for the list", { batchItemFailures: null }],
  ])("takes %s for success", async (_, answer) => {
    const { worker, send, queues, quiet } = world(() => answer, partial);
    send("a", "b");
    worker.start();
    await quiet();
    expect(queues.size(main)).toBe(0);
  });

  test.each([
    ["text", "done"],
    ["a list that is none", { batchItemFailures: "all" }],
    ["an empty identifier", { batchItemFailures: [{ itemIdentifier: "" }] }],
    ["a null identifier", { batchItemFailures: [{ itemIdentifier: null }] }],
    ["a misspelt key", { batchItemFailures: [{ itemidentifier: "x" }] }],
    ["an id that was not in the batch", { batchItemFailures: [{ itemIdentifier: "nobody" }] }],
    ["a bare id", { batchItemFailures: ["x"] }],
  ])("takes %s for the failure of all", async (_, answer) => {
    const { worker, send, queues, batches } = world(() => answer, partial);
    send("a", "b");
    worker.start();
    await until(() => batches.length > 0 && queues.counts()[0]?.inFlight === 2, "both failed");
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(queues.size(main)).toBe(2);
    expect(queues.peek(main, 2)[0]?.attributes.LastError).toMatch(/not a valid batch response/);
  });

  test("without the setting such an answer means nothing", async () => {
    const { worker, send, queues, quiet } = world(({ Records }) => ({
      batchItemFailures: Records.map(({ messageId }) => ({ itemIdentifier: messageId })),
    }));
    send("a");
    worker.start();
    await quiet();
    expect(queues.size(main)).toBe(0);
  });
});

describe("a mapping with filters", () => {
  const filters = (...patterns: readonly object[]) => ({
    FilterCriteria: { Filters: patterns.map((pattern) => ({ Pattern: JSON.stringify(pattern) })) },
  });

  test("hands over what one of them matches and forgets the rest", async () => {
    const properties = filters({ body: { kind: ["a"] } }, { body: { size: [{ numeric: [">", 5] }] } });
    const { worker, send, quiet, seen, queues } = world(() => null, properties);
    worker.start();
    send('{"kind":"a"}', '{"kind":"b"}', '{"size":9}', "no JSON");
    await quiet();
    expect(seen()).toEqual(['{"kind":"a"}', '{"size":9}']);
    expect([queues.size(main), queues.size(dead)]).toEqual([0, 0]);
  });

  test("matches a plain body by its text", async () => {
    const { worker, send, quiet, seen } = world(() => null, filters({ body: ["hello"] }));
    worker.start();
    send("hello", "bye");
    await quiet();
    expect(seen()).toEqual(["hello"]);
  });
});
