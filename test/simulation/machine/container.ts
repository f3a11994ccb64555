import { containerEnvironment, type FunctionSpec } from "../../../infra/local/functions/function-spec.ts";
import type { InvokeResult } from "../../../infra/local/parts.ts";
import type { Code } from "./code.ts";
import { containerGlobals, type Surroundings } from "./container-globals.ts";

/** One function, loaded: one request at a time, what its module keeps stays from request to request. */
export type Container = {
  readonly id: number;
  readonly run: (event: unknown, requestId: string) => Promise<InvokeResult>;
};

const failed = (error: unknown): InvokeResult => {
  const { name, message, stack } = error as Error;
  return { ok: false, errorType: name ?? "Error", message: `${message ?? error}\n${stack ?? ""}` };
};

/** As it went over the wire: undefined fields and prototypes do not survive. */
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/** A cold start. Timers of the container belong to `owner`: ending it is forgetting them and all its calls. */
export const startContainer = (
  id: number,
  spec: FunctionSpec,
  code: Code,
  owner: object,
  surroundings: Omit<Surroundings, "environment">,
): Container => {
  const environment = containerEnvironment(
    spec,
    { accessKey: `AKIASIMULATION${id}`, secret: "simulation" },
    { endpoint: "http://127.0.0.1:9", buckets: "http://127.0.0.1:9/_s3" },
  );
  const handler = code(containerGlobals(owner, { ...surroundings, environment }))[spec.exportName];
  if (handler === undefined) throw new Error(`${spec.name} exports no ${spec.exportName}`);
  const { time } = surroundings;
  return {
    id,
    run: async (event, requestId) => {
      const deadline = time.now() + spec.timeoutMs;
      const context = {
        callbackWaitsForEmptyEventLoop: false,
        functionName: spec.name,
        functionVersion: "$LATEST",
        invokedFunctionArn: spec.arn,
        memoryLimitInMB: String(spec.memoryMb),
        awsRequestId: requestId,
        logGroupName: `/aws/lambda/${spec.name}`,
        logStreamName: `simulation/${id}`,
        getRemainingTimeInMillis: () => Math.max(0, deadline - time.now()),
      };
      try {
        return { ok: true, value: throughJson(await handler(throughJson(event), context)) };
      } catch (error) {
        return failed(error);
      }
    },
  };
};
