import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createClock } from "../../../../infra/local/clock.ts";
import { ensureTables } from "../../../../infra/local/cloud/tables.ts";
import { connectUpstream } from "../../../../infra/local/gateway/upstream.ts";
import { memoryJournal } from "../../../../infra/local/journal.ts";
import type { InvokeResult } from "../../../../infra/local/parts.ts";
import type { LambdaStreamRecord } from "../../../../infra/local/streams/lambda-record.ts";
import { createStreams } from "../../../../infra/local/streams.ts";
import { loadAssembly } from "../../../../infra/local/template.ts";
import { provide } from "../../../bed/provisions.ts";
import { mutatedFixture } from "./mutate-fixture.ts";

/** What the function does with a batch; returning nothing is success. */
export type Handle = (
  records: readonly LambdaStreamRecord[],
) => InvokeResult | undefined | Promise<InvokeResult | undefined>;

type Settings = Readonly<Record<string, unknown>>;

/** A table of a fresh database whose stream feeds a function played by the test. */
export const startStreamsWorld = async (settings: Settings = {}) => {
  const folder = mutatedFixture((find) => {
    const mapping = find("Lambda::EventSourceMapping", "publisher");
    const { EventSourceArn, FunctionName } = mapping;
    for (const name of Object.keys(mapping)) delete mapping[name];
    Object.assign(mapping, { EventSourceArn, FunctionName, StartingPosition: "TRIM_HORIZON", ...settings });
    if (settings.DestinationConfig !== undefined)
      mapping.DestinationConfig = {
        OnFailure: { Destination: { "Fn::GetAtt": ["UnpublishedB56E20D2", "Arn"] } },
      };
  });
  const assembly = loadAssembly(folder);
  const { endpoint } = await provide("dynamodb");
  const upstream = connectUpstream(endpoint, randomUUID().replaceAll("-", ""));
  await ensureTables(assembly, upstream);
  const table = assembly.ofType("AWS::DynamoDB::GlobalTable")[0]?.ref ?? "";
  const journal = memoryJournal();
  const clock = createClock();
  const given: { readonly destination: string; readonly message: string }[] = [];

  /** Starts reading as a new process would: with nothing but the journal. */
  const read = (handle: Handle) => {
    const invoke = async (_: string, event: unknown): Promise<InvokeResult> =>
      (await handle((event as { Records: LambdaStreamRecord[] }).Records)) ?? { ok: true, value: null };
    const notify = (destination: string, message: string) => given.push({ destination, message });
    const streams = createStreams(assembly, {
      upstream,
      functions: { invoke },
      clock,
      journal,
      log: () => undefined,
      notify,
    });
    streams.start();
    /** Waits for the proof that all was read. */
    const settle = async () => {
      for (;;) {
        streams.confirm();
        if (streams.pending() === 0) return;
        await sleep(2);
      }
    };
    return { ...streams, settle };
  };
  const call = async (operation: string, request: Readonly<Record<string, unknown>>) => {
    const { status, body } = await upstream.call(
      `DynamoDB_20120810.${operation}`,
      JSON.stringify({ TableName: table, ...request }),
    );
    if (status !== 200) throw new Error(body.toString());
  };
  return {
    table,
    clock,
    given,
    read,
    put: (pk: string) => call("PutItem", { Item: { pk: { S: pk }, sk: { S: "x" } } }),
    remove: (pk: string) => call("DeleteItem", { Key: { pk: { S: pk }, sk: { S: "x" } } }),
    stop: () => upstream.close(),
  };
};

/** Partition keys of records, in order. */
export const keysOf = (records: readonly LambdaStreamRecord[]): string[] =>
  records.map(({ dynamodb }) => (dynamodb.Keys as { pk: { S: string } }).pk.S);
