import { createBus } from "../../../infra/local/bus.ts";
import { ensureTables } from "../../../infra/local/cloud/tables.ts";
import { compilePattern } from "../../../infra/local/event-pattern.ts";
import { createGuard } from "../../../infra/local/gateway/guard.ts";
import type { Upstream } from "../../../infra/local/gateway/upstream.ts";
import { createHttpApi } from "../../../infra/local/http-api.ts";
import { memoryJournal } from "../../../infra/local/journal.ts";
import type { Bus, Log } from "../../../infra/local/parts.ts";
import { queueMappings } from "../../../infra/local/queues/mapping-settings.ts";
import { createQueues } from "../../../infra/local/queues.ts";
import { createScheduler } from "../../../infra/local/scheduler.ts";
import { streamMappings } from "../../../infra/local/streams/stream-mapping.ts";
import type { Faults } from "../faults.ts";
import type { Lab } from "../lab.ts";
import { createProcessTime } from "../machine/process-time.ts";
import { createRandom, type Random } from "../machine/random.ts";
import { createActivity } from "../machine/settle.ts";
import { createVirtualClock } from "../machine/virtual-clock.ts";
import { createAws } from "./aws.ts";
import { attemptHeader, createClient } from "./client.ts";
import { createDeliveries } from "./deliveries.ts";
import { createDeployment } from "./deployment.ts";
import { createInvocations } from "./invocations.ts";
import { createKnowledge } from "./knowledge.ts";
import { createLetThrough } from "./let-through.ts";
import { createQueueLine } from "./queue-lines.ts";
import { createRecords } from "./records.ts";
import { createScheduledFunctions } from "./scheduled-functions.ts";
import { createStreamLine, type StreamLine } from "./stream-lines.ts";
import { createVersions } from "./versions.ts";

type ApiEvent = {
  readonly headers: Readonly<Record<string, string>>;
  readonly requestContext: { readonly requestId: string };
};

/** What one world is made for. */
export type WorldOptions = {
  readonly lab: Lab;
  /** The services that there are. */
  readonly services: readonly string[];
  readonly seed: string;
  readonly database: Upstream;
  readonly faults: Faults;
  readonly random: Random;
};

/**
 * The product on the local cloud's own parts (authority, gateway, bus, queues, scheduler, HTTP API), with every
 * function in a container of this process. Nothing moves by itself: whoever holds the world decides what is next.
 */
export const createWorld = async ({
  lab,
  services,
  seed,
  database: upstream,
  faults,
  random,
}: WorldOptions) => {
  const { authority } = lab;
  const assembly = lab.assemblyOf(services);
  const clock = createVirtualClock(lab.startMs);
  const time = createProcessTime();
  const activity = createActivity();
  const records = createRecords();
  await ensureTables(assembly, upstream);

  const log: Log = (level, message, fields) => records.logged(level, message, fields);
  const journal = memoryJournal();
  const invocations = createInvocations({
    specs: lab.specs,
    codeOf: lab.codeOf,
    time,
    now: clock.now,
    seed,
    faults,
    deployment: createDeployment(faults, createRandom(seed, "deployment")),
    mark: activity.mark,
    print: records.printed,
    counted: records.counted,
  });
  const functions = createScheduledFunctions({
    invocations,
    faults,
    time,
    now: clock.now,
    ran: records.ran,
  });
  const queues = createQueues(assembly, { clock, journal, log });
  const deliveries = createDeliveries({
    queues,
    faults,
    random,
    now: clock.now,
    planted: records.planted,
    counted: records.counted,
  });
  const parts = { queues: deliveries, functions, authority, clock, journal, log };
  const ownBus = createBus(assembly, { ...parts, compilePattern });
  const bus: Pick<Bus, "put"> = {
    put: (arn, event) => {
      records.published(event);
      ownBus.put(arn, event);
    },
  };
  const scheduler = createScheduler(assembly, parts);
  const guard = createGuard(authority, clock, assembly.place.account);
  const lines: StreamLine[] = [];
  const versions = createVersions((table, key) => {
    for (const line of lines) line.created(table, key);
  });
  const aws = createAws({ assembly, guard, upstream, bus, clock, versions });
  const shards = random.between(1, 3);
  for (const mapping of streamMappings(assembly))
    lines.push(
      createStreamLine(mapping, shards, {
        upstream,
        invocations,
        faults,
        random,
        now: clock.now,
        failed: (why) => records.failed(`${mapping.table}'s publisher failed by itself: ${why}`),
      }),
    );
  const queueLines = queueMappings(assembly).map((mapping) =>
    createQueueLine(mapping, {
      queues,
      invocations,
      faults,
      random,
      now: clock.now,
      handled: records.handled,
      counted: records.counted,
    }),
  );
  const knowledge = createKnowledge();
  const client = createClient({
    api: () => api,
    people: lab.people,
    clock,
    faults,
    seed,
    knowledge,
    mark: activity.mark,
    put: ownBus.put,
  });
  const invokeForClient = async (arn: string, event: unknown) => {
    const { headers, requestContext } = event as ApiEvent;
    const done = client.entered(Number(headers[attemptHeader]), requestContext.requestId);
    const result = await invocations.invoke(arn, event);
    done(result.isDisturbed);
    return result;
  };
  let requests = 0;
  const api = createHttpApi({
    assembly,
    functions: { invoke: invokeForClient, stop: async () => undefined },
    authority,
    clock,
    issuer: lab.people.issuer,
    // What it has to say shows in its answers, which are judged.
    log: () => undefined,
    // Real time decides nothing here: functions end by their containers' time, and nobody is throttled, as to
    // the HTTP API every request comes a second after the one before.
    limits: { isTimed: false, monotonicMs: () => ++requests * 1000 },
  });
  ownBus.start();
  scheduler.start();

  return {
    clock,
    time,
    activity,
    records,
    invocations,
    queues,
    bus: ownBus,
    scheduler,
    streamLines: lines,
    queueLines,
    client,
    knowledge,
    versions,
    denied: guard.denied,
    letThrough: createLetThrough({
      aws,
      invocations,
      faults,
      random,
      called: (name) => records.called(name, client.tasks().length),
    }),
    stop: async () => {
      // Stopping waits for what is under way, and nothing goes on here any more.
      void scheduler.stop();
      void ownBus.stop();
      queues.close();
    },
  };
};
export type World = Awaited<ReturnType<typeof createWorld>>;
