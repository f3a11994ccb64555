import { createAuthority } from "../authority.ts";
import { createBus } from "../bus.ts";
import { createClock } from "../clock.ts";
import { joinWorkers } from "../durable-line.ts";
import { compilePattern } from "../event-pattern.ts";
import { bucketsPath, createBuckets } from "../files/buckets.ts";
import { createObjectStore } from "../files/object-store.ts";
import { createFunctionLogs } from "../functions/function-logs.ts";
import { createFunctions } from "../functions.ts";
import type { FaultHook } from "../gateway/fault.ts";
import { connectUpstream } from "../gateway/upstream.ts";
import { startGateway } from "../gateway.ts";
import { memoryJournal, openJournal } from "../journal.ts";
import type { Log } from "../parts.ts";
import { createQueueMappings } from "../queue-mapping.ts";
import { createQueues } from "../queues.ts";
import { createScheduler } from "../scheduler.ts";
import { createReplay } from "../streams/replay.ts";
import { createStreams } from "../streams.ts";
import type { LoadedAssembly } from "../template/loaded-assembly.ts";
import type { PendingWork } from "./drain.ts";
import { createExpiry } from "./expiry.ts";
import { createCloudLog } from "./log.ts";
import { ensureTables } from "./tables.ts";
import { observed, type Witness } from "./witness.ts";

/** What the machinery behind the front is made from. */
export type EngineOptions = {
  readonly assembly: LoadedAssembly;
  readonly dynamoDb: { readonly endpoint: string; readonly database: string };
  /** Where queues, events under way, checkpoints, signing keys and logs are kept; in memory only without it. */
  readonly dataDir?: string;
  /** The cloud's own address. */
  readonly url: string;
  readonly containersPerFunction?: number;
  readonly log?: Log;
  readonly fault?: FaultHook;
  /** Hears what happens, for tests that judge it afterwards. */
  readonly witness?: Witness;
};

/** Everything of the cloud except its HTTP front. */
export type Engine = Awaited<ReturnType<typeof createEngine>>;

const createCore = ({ assembly, dynamoDb, dataDir, log: also }: EngineOptions) => {
  const clock = createClock();
  const cloudLog = createCloudLog(clock, dataDir === undefined ? undefined : `${dataDir}/logs`, also);
  return {
    clock,
    cloudLog,
    log: cloudLog.log,
    logs: createFunctionLogs(dataDir === undefined ? undefined : `${dataDir}/logs`),
    journal: dataDir === undefined ? memoryJournal() : openJournal(`${dataDir}/journal`),
    authority: createAuthority(assembly),
    upstream: connectUpstream(dynamoDb.endpoint, dynamoDb.database),
  };
};

/** Builds and connects the parts; nothing works off events until `start`. */
export const createEngine = async (options: EngineOptions) => {
  const { assembly, containersPerFunction, dataDir, fault, witness } = options;
  const core = createCore(options);
  const { clock, logs, journal, authority, upstream, log } = core;
  await ensureTables(assembly, upstream).catch((error: unknown) => {
    upstream.close();
    journal.close();
    throw error;
  });

  const limit = containersPerFunction === undefined ? {} : { containersPerFunction };
  const ownFunctions = createFunctions({
    assembly,
    endpoint: () => gateway.url,
    buckets: `${options.url}${bucketsPath}`,
    clock,
    logs,
    ...limit,
  });
  const functions = observed.functions(ownFunctions, clock, witness);
  const queues = createQueues(assembly, { clock, journal, log });
  const parts = { queues, functions, authority, clock, journal, log };
  const bus = observed.bus(createBus(assembly, { ...parts, compilePattern }), clock, witness);
  const mappings = createQueueMappings(assembly, parts);
  const scheduler = createScheduler(assembly, parts);
  const notify = (destination: string, message: string): void => void queues.send(destination, message);
  const wrote = (table: string): void => streams.wrote(table);
  const expiry = createExpiry(assembly, { upstream, clock, wrote, log });
  const streamParts = { upstream, functions, clock, journal, log, notify, isExpired: expiry.isExpired };
  const streams = createStreams(assembly, streamParts);
  const { identify } = functions;
  const gateway = await startGateway({
    assembly,
    authority,
    upstream,
    bus,
    clock,
    log,
    identify,
    wrote,
    ...(fault === undefined ? {} : { fault }),
    ...(dataDir === undefined ? {} : { dataDir }),
  });
  const waiting = joinWorkers([bus, mappings]);
  const store = createObjectStore(options.dataDir === undefined ? undefined : `${options.dataDir}/objects`);

  return {
    ...core,
    assembly,
    functions,
    queues,
    bus,
    scheduler,
    streams,
    gateway,
    buckets: createBuckets({ assembly, authority, clock, store, identify, log }),
    nextDue: waiting.nextDue,
    replay: createReplay(assembly, { upstream, functions, clock }),
    switchQueue: mappings.switchTo,
    pending: (): PendingWork => ({
      functions: functions.pending(),
      calls: gateway.pending(),
      streams: streams.pending(),
      bus: bus.pending(),
      queues: mappings.pending(),
      schedules: scheduler.pending(),
    }),
    start: (): void => {
      for (const worker of [bus, mappings, streams, scheduler, expiry]) worker.start();
    },
    /** Ends the sources of work first, then the containers, then what they need. */
    stop: async (): Promise<void> => {
      const sources = [scheduler, expiry, streams, mappings, bus].map((worker) => worker.stop());
      await functions.stop();
      await Promise.all(sources);
      await gateway.stop();
      queues.close();
      upstream.close();
      journal.close();
    },
  };
};
