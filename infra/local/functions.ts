import { randomBytes, randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import {
  type ContainerPool,
  createContainerPool,
  type PoolCounts,
  processStarter,
} from "./functions/container-pool.ts";
import type { FunctionLogs } from "./functions/function-logs.ts";
import { type ContainerKey, type FunctionSpec, functionSpec } from "./functions/function-spec.ts";
import type { Identify, KeyHolder } from "./gateway/callers.ts";
import type { Clock, Functions, InvokeResult } from "./parts.ts";
import type { LoadedAssembly } from "./template/loaded-assembly.ts";

/** The functions of the template in containers, with what the gateway and the status page ask. */
export type LocalFunctions = Functions & {
  readonly identify: Identify;
  readonly pending: () => number;
  readonly counts: () => Readonly<Record<string, PoolCounts>>;
  /** Process ids of the containers, by function name. */
  readonly pids: () => Readonly<Record<string, readonly number[]>>;
  /** Starts one container of each of these functions. */
  readonly warm: (functionArns: readonly string[]) => Promise<void>;
};

/** What functions run with. */
export type FunctionsOptions = {
  readonly assembly: LoadedAssembly;
  /** URL of the gateway, known once it listens. */
  readonly endpoint: () => string;
  /** URL under which buckets are reached, from outside as well. */
  readonly buckets: string;
  readonly clock: Pick<Clock, "offset">;
  readonly logs: FunctionLogs;
  /** At most this many processes for one function; default: one per core. */
  readonly containersPerFunction?: number;
};

/** Lambda's limit of a synchronous request. */
const maximumEventBytes = 6_291_556;

/** Containers idle for this long are ended; AWS keeps them for a similar time. */
const idleLimitMs = 10 * 60_000;

const failed = (errorType: string, message: string): InvokeResult => ({ ok: false, errorType, message });

/** Twenty characters, as AWS's access keys have. */
const newAccessKey = (): string => `AKIA${randomBytes(8).toString("hex").toUpperCase()}`;

/** Makes the functions of an assembly; processes are started when they are needed. */
export const createFunctions = (options: FunctionsOptions): LocalFunctions => {
  const {
    assembly,
    endpoint,
    buckets,
    clock,
    logs,
    containersPerFunction = Math.max(2, availableParallelism()),
  } = options;
  const callers = new Map<string, KeyHolder>();
  const pools = new Map<string, ContainerPool>();

  const issueKey = ({ arn, roleArn }: FunctionSpec): ContainerKey => {
    const key = { accessKey: newAccessKey(), secret: randomBytes(30).toString("base64") };
    callers.set(key.accessKey, { functionArn: arn, roleArn, secret: key.secret });
    return key;
  };
  const start = (spec: FunctionSpec) =>
    processStarter({ endpoint: endpoint(), buckets, offset: clock.offset }, issueKey, ({ name }, line) =>
      logs.write(name, line),
    )(spec);
  for (const resource of assembly.ofType("AWS::Lambda::Function"))
    pools.set(
      resource.arn,
      createContainerPool(functionSpec(assembly, resource), containersPerFunction, start),
    );

  const reaper = setInterval(() => {
    for (const pool of pools.values()) pool.reap(idleLimitMs);
  }, 60_000).unref();

  return {
    invoke: async (functionArn, event, { signal } = {}) => {
      const pool = pools.get(functionArn);
      if (pool === undefined)
        return failed("ResourceNotFoundException", `Function not found: ${functionArn}`);
      const text = JSON.stringify(event ?? null);
      if (text.length > maximumEventBytes)
        return failed("RequestTooLargeException", `Request must be smaller than ${maximumEventBytes} bytes`);
      return pool.invoke(text, randomUUID(), signal);
    },
    identify: (accessKey) => callers.get(accessKey),
    pending: () =>
      [...pools.values()]
        .map((pool) => pool.counts())
        .reduce((sum, { waiting, running }) => sum + waiting + running, 0),
    counts: () => Object.fromEntries([...pools].map(([arn, pool]) => [arn, pool.counts()])),
    pids: () =>
      Object.fromEntries([...pools].map(([arn, pool]) => [arn.split(":").at(-1) ?? arn, pool.pids()])),
    warm: async (functionArns) => {
      await Promise.all(functionArns.map((arn) => pools.get(arn)?.warm()));
    },
    stop: async () => {
      clearInterval(reaper);
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
    },
  };
};
