import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen } from "./cloud/listen.ts";
import type { Answer } from "./gateway/answer.ts";
import { AwsFailure } from "./gateway/aws-failure.ts";
import { accessKeyOf, type CallingFunction, type Denial, type Identify } from "./gateway/callers.ts";
import { type CapacityMeter, createCapacityMeter } from "./gateway/capacity.ts";
import { createDynamoDbService } from "./gateway/dynamodb.ts";
import type { AwsCall, FaultHook } from "./gateway/fault.ts";
import { createGuard } from "./gateway/guard.ts";
import { httpDate } from "./gateway/http-date.ts";
import { createPutEvents } from "./gateway/put-events.ts";
import { createKeyService } from "./gateway/signing-keys.ts";
import type { Upstream } from "./gateway/upstream.ts";
import type { Authority, Bus, Clock, Log } from "./parts.ts";
import type { LoadedAssembly } from "./template/loaded-assembly.ts";

/** What functions reach through `AWS_ENDPOINT_URL`. */
export type Gateway = {
  readonly url: string;
  /** AWS calls under way. */
  readonly pending: () => number;
  readonly denied: () => readonly Denial[];
  readonly capacity: CapacityMeter;
  readonly stop: () => Promise<void>;
};

/** What the gateway works with. */
export type GatewayOptions = {
  readonly assembly: LoadedAssembly;
  readonly authority: Authority;
  readonly upstream: Upstream;
  readonly bus: Pick<Bus, "put">;
  readonly clock: Pick<Clock, "now">;
  readonly identify: Identify;
  readonly wrote: (table: string) => void;
  readonly log: Log;
  /** Where signing keys are kept; in memory only without it. */
  readonly dataDir?: string;
  readonly fault?: FaultHook;
};

type Call = Omit<AwsCall, "role">;
type Serve = (caller: CallingFunction, call: Call, body: Buffer) => Promise<Answer>;

const callOf = (target: string): Call => {
  const [api = "", operation = ""] = target.split(".");
  if (api === "DynamoDB_20120810") return { service: "dynamodb", operation };
  if (api === "TrentService") return { service: "kms", operation };
  if (api === "AWSEvents" && operation === "PutEvents") return { service: "events", operation };
  throw new AwsFailure(
    "UnsupportedOperation",
    `the local cloud does not support ${target || "requests without X-Amz-Target"}`,
  );
};

const failureAnswer = ({ type, message, status }: AwsFailure): Answer => ({
  status,
  headers: { "content-type": "application/x-amz-json-1.0" },
  body: Buffer.from(JSON.stringify({ __type: type, message, Message: message })),
});

const readBody = (request: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.once("end", () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    request.once("error", reject);
  });

const passed = ["content-type", "x-amzn-requestid", "x-amz-crc32"];

const send = (response: ServerResponse, { status, headers, body }: Answer, now: number): void => {
  const names = passed.filter((name) => headers[name]);
  response.writeHead(status, [
    ...names.flatMap((name) => [name, headers[name] ?? ""]),
    "date",
    httpDate(now),
    "content-length",
    String(body.length),
  ]);
  response.end(body);
};

const createServe = (
  options: GatewayOptions,
  capacity: CapacityMeter,
  guard: ReturnType<typeof createGuard>,
): Serve => {
  const { assembly, fault } = options;
  const dynamoDb = createDynamoDbService({ ...options, capacity, guard });
  const putEvents = createPutEvents(assembly, guard, options.bus, options.clock);
  const keys = createKeyService(assembly, guard, options.dataDir);
  const serve: Serve = async (caller, { service, operation }, body) => {
    if (service === "dynamodb") return dynamoDb(caller, operation, body);
    const given = service === "kms" ? keys(caller, operation, body) : putEvents(caller, body);
    const answer = Buffer.from(JSON.stringify(given));
    return { status: 200, headers: { "content-type": "application/x-amz-json-1.1" }, body: answer };
  };
  if (fault === undefined) return serve;
  return async (caller, call, body) => {
    const seen = { role: caller.roleArn, ...call };
    await fault("before", seen);
    const answer = await serve(caller, call, body);
    await fault("after", seen);
    return answer;
  };
};

/** Starts the AWS endpoint of the functions on a free port of this machine. */
export const startGateway = async (options: GatewayOptions): Promise<Gateway> => {
  const { identify, clock, log } = options;
  const capacity = createCapacityMeter();
  const guard = createGuard(options.authority, clock, options.assembly.place.account);
  const serve = createServe(options, capacity, guard);
  let pending = 0;

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const body = await readBody(request);
    const caller = identify(accessKeyOf(request.headers.authorization));
    if (caller === undefined)
      throw new AwsFailure(
        "UnrecognizedClientException",
        "The security token included in the request is invalid.",
      );
    return serve(caller, callOf(String(request.headers["x-amz-target"] ?? "")), body);
  };

  const server = createServer((request, response) => {
    pending += 1;
    answer(request)
      .catch((error: unknown) => {
        if (error instanceof AwsFailure) return failureAnswer(error);
        throw error;
      })
      .then((result) => send(response, result, clock.now()))
      .catch((error: unknown) => {
        log("error", "an AWS call of a function broke", { error: String(error) });
        request.socket.destroy();
      })
      .finally(() => {
        pending -= 1;
      });
  });
  // SDK clients keep connections; the server must not close them first.
  server.keepAliveTimeout = 0;
  const { url, stop } = await listen(server, 0);
  return { url, pending: () => pending, denied: guard.denied, capacity, stop };
};
