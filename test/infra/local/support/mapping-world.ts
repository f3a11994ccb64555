import { createAuthority } from "../../../../infra/local/authority.ts";
import { createQueueMappings } from "../../../../infra/local/queue-mapping.ts";
import { createQueues } from "../../../../infra/local/queues.ts";
import { assemblyOf } from "./assembly.ts";
import {
  deadLetters,
  functionsOf,
  ground,
  type Handler,
  lambda,
  mapping,
  mayConsume,
  queue,
  queueArn,
  until,
} from "./messaging.ts";

export const SECOND = 1000;
export const main = queueArn("Main");
export const dead = queueArn("Dead");

export type SqsEvent = {
  readonly Records: readonly {
    readonly messageId: string;
    readonly body: string;
    readonly [key: string]: unknown;
  }[];
};

export const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

/** A queue that feeds one function; `batches` are the bodies of every batch the function got. */
export const world = (
  handler: (event: SqsEvent) => unknown,
  properties = {},
  queueProperties = {},
  role = [mayConsume("Main")],
) => {
  const parts = ground();
  const batches: string[][] = [];
  const handle: Handler = (event) => {
    batches.push((event as SqsEvent).Records.map(({ body }) => body));
    return handler(event as SqsEvent);
  };
  const assembly = assemblyOf(
    queue("Main", { VisibilityTimeout: 60, ...deadLetters("Dead", 2), ...queueProperties }),
    queue("Dead"),
    ...lambda("Consumer", role),
    mapping("Main", "Consumer", properties),
  );
  const queues = createQueues(assembly, parts);
  const authority = createAuthority(assembly);
  const worker = createQueueMappings(assembly, {
    ...parts,
    queues,
    authority,
    functions: functionsOf({ Consumer: handle }),
  });
  stops.push(async () => {
    await worker.stop();
    queues.close();
  });
  const pass = (ms: number) => parts.clock.moveTo(parts.clock.now() + ms);
  const send = (...bodies: readonly string[]) => bodies.map((body) => queues.send(main, body));
  const quiet = () => until(() => worker.pending() === 0, "nothing is pending");
  const seen = () => batches.flat().sort();
  return { ...parts, assembly, authority, queues, worker, batches, pass, send, quiet, seen };
};

export const partial = { FunctionResponseTypes: ["ReportBatchItemFailures"] };
