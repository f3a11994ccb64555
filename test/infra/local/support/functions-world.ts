import { randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createClock } from "../../../../infra/local/clock.ts";
import { createFunctionLogs } from "../../../../infra/local/functions/function-logs.ts";
import { createFunctions } from "../../../../infra/local/functions.ts";
import type { LoadedAssembly } from "../../../../infra/local/template/loaded-assembly.ts";
import { defaultPlace } from "../../../../infra/local/template.ts";

type World = {
  readonly containersPerFunction?: number;
  readonly properties?: Readonly<Record<string, unknown>>;
};

/** One function made of the given source, and what runs it. */
export const createFunctionsWorld = (
  source: string,
  { containersPerFunction = 2, properties = {} }: World = {},
) => {
  const folder = mkdtempSync(path.join(tmpdir(), "function-"));
  writeFileSync(path.join(folder, "main.mjs"), source);
  const arn = `arn:aws:lambda:us-east-1:000000000000:function:f-${randomUUID()}`;
  const resource = {
    stack: "App",
    logicalId: "F",
    type: "AWS::Lambda::Function",
    ref: "f",
    arn,
    properties: {
      Code: { S3Key: "code" },
      Handler: "main.handler",
      Role: "role",
      Timeout: 5,
      MemorySize: 256,
      ...properties,
    },
  };
  const assembly: LoadedAssembly = {
    resources: [resource],
    ofType: (type) => (type === resource.type ? [resource] : []),
    byArn: () => resource,
    outputs: {},
    place: defaultPlace,
    assets: new Map([["code", folder]]),
  };
  const clock = createClock();
  const logs = createFunctionLogs();
  const functions = createFunctions({
    assembly,
    endpoint: () => "http://127.0.0.1:1",
    buckets: "http://127.0.0.1:1/_s3",
    clock,
    logs,
    containersPerFunction,
  });
  return {
    ...functions,
    clock,
    metrics: logs.metrics,
    output: () => logs.tail("f"),
    invoke: (event: unknown = {}, signal?: AbortSignal) =>
      functions.invoke(arn, event, signal === undefined ? {} : { signal }),
    counts: () => functions.counts()[arn],
  };
};
