import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { listen } from "../../../infra/local/cloud/listen.ts";
import { functionSpec } from "../../../infra/local/functions/function-spec.ts";
import { loadAssembly } from "../../../infra/local/template.ts";
import { provide } from "../../bed/provisions.ts";
import { type Globals, loadBundle } from "../../simulation/machine/code.ts";

type Entry = { readonly Detail: string };
type Answer = { readonly EventId?: string; readonly ErrorCode?: string };

const megabyte = 1024 * 1024;

/** Stream records of events with these sizes in bytes, in this order. */
const recordsOf = (...sizes: readonly number[]): DynamoDBStreamEvent =>
  ({
    Records: sizes.map((size, at) => ({
      dynamodb: {
        SequenceNumber: String(at),
        NewImage: { source: { S: "s" }, detailType: { S: "t" }, detail: { S: "x".repeat(size) } },
      },
    })),
  }) as unknown as DynamoDBStreamEvent;

/** The bundle as it is deployed. */
const deployed = async () => {
  const assembly = loadAssembly((await provide("assembly")).directory);
  const [found] = assembly.ofType("AWS::Lambda::Function").filter(({ ref }) => ref.endsWith("-publisher"));
  if (found === undefined) throw new Error("there is no publisher");
  return loadBundle(functionSpec(assembly, found).modulePath);
};

/** This process, but for its environment and for what the function would print. */
const surroundings = (endpoint: string): Globals => {
  const env = {
    SERVICE: "box",
    BUS_NAME: "bus",
    AWS_REGION: "eu-west-1",
    AWS_ACCESS_KEY_ID: "a",
    AWS_SECRET_ACCESS_KEY: "b",
    AWS_ENDPOINT_URL: endpoint,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    POWERTOOLS_LOG_LEVEL: "SILENT",
    POWERTOOLS_METRICS_DISABLED: "true",
  };
  return {
    require: createRequire(path.resolve("package.json")),
    process: Object.create(process, { env: { value: env } }),
    globalThis,
    console,
    performance,
    Date,
    Math,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
  };
};

describe("the publisher", () => {
  const calls: (readonly Entry[])[] = [];
  let answer: (entry: Entry) => Answer = () => ({ EventId: "e" });
  let publish: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const server = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      const { Entries } = JSON.parse(body) as { Entries: readonly Entry[] };
      calls.push(Entries);
      const Answers = Entries.map(answer);
      response.setHeader("content-type", "application/x-amz-json-1.1");
      response.end(
        JSON.stringify({
          Entries: Answers,
          FailedEntryCount: Answers.filter(({ ErrorCode }) => ErrorCode).length,
        }),
      );
    });
    const listening = await listen(server, 0);
    stop = listening.stop;
    const { publisher } = (await deployed())(surroundings(listening.url));
    publish = (event) => publisher?.(event, { awsRequestId: "r" }) as Promise<DynamoDBBatchResponse>;
  });
  afterAll(() => stop());
  beforeEach(() => {
    calls.length = 0;
    answer = () => ({ EventId: "e" });
  });

  it("keeps every call within ten events and a megabyte, in order", async () => {
    const sizes = [...Array<number>(23).fill(5), 400_000, 390_000, 380_000, 1];
    expect(await publish(recordsOf(...sizes))).toEqual({ batchItemFailures: [] });
    expect(calls.flat().map(({ Detail }) => Detail.length)).toEqual(sizes);
    for (const entries of calls) {
      expect(entries.length).toBeLessThanOrEqual(10);
      expect(Buffer.byteLength(JSON.stringify(entries))).toBeLessThan(megabyte);
    }
  });

  it("hands back everything from the first event that the bus did not take", async () => {
    answer = ({ Detail }) => (Detail.length === 3 ? { ErrorCode: "ThrottlingException" } : { EventId: "e" });
    const sizes = [...Array<number>(12).fill(1), 3, 1, 1];
    expect(await publish(recordsOf(...sizes))).toEqual({ batchItemFailures: [{ itemIdentifier: "12" }] });
  });
});
