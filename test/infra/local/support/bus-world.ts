import { createAuthority } from "../../../../infra/local/authority.ts";
import { createBus } from "../../../../infra/local/bus.ts";
import { compilePattern } from "../../../../infra/local/event-pattern.ts";
import { memoryJournal } from "../../../../infra/local/journal.ts";
import type { BusEvent } from "../../../../infra/local/parts.ts";
import { createQueues } from "../../../../infra/local/queues.ts";
import { account, assemblyOf } from "./assembly.ts";
import {
  busArn,
  type Described,
  functionsOf,
  ground,
  type Handler,
  type Json,
  maySend,
  queue,
  queueArn,
  ruleArn,
  until,
} from "./messaging.ts";

export const things = busArn("Things");
export const MINUTE = 60_000;

export const event = (changes: Partial<BusEvent> = {}): BusEvent => ({
  version: "0",
  id: "11111111-2222-3333-4444-555555555555",
  "detail-type": "ThingMade.v1",
  source: "test.things",
  account,
  time: "2026-01-01T00:00:00Z",
  region: "eu-west-1",
  resources: [],
  detail: { name: "x" },
  ...changes,
});

export const rule = (name: string, properties: Json): Described => ({
  type: "AWS::Events::Rule",
  logicalId: name,
  arn: ruleArn(name, "Things"),
  properties: {
    EventBusName: "Things",
    State: "ENABLED",
    EventPattern: { source: ["test.things"] },
    ...properties,
  },
});
export const bus = (name: string, properties: Json = {}): Described => ({
  type: "AWS::Events::EventBus",
  logicalId: name,
  arn: busArn(name),
  properties: { Name: name, ...properties },
});
export const target = (arn: string, more: Json = {}) => ({ Id: "Target0", Arn: arn, ...more });
export const toDead = { DeadLetterConfig: { Arn: queueArn("Dead") } };
export const ruleNamed = (name: string) => ruleArn(name, "Things");

export const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

export const world = (
  described: readonly Described[],
  handlers: Readonly<Record<string, Handler>> = {},
  journal = memoryJournal(),
) => {
  const parts = ground(journal);
  const assembly = assemblyOf(bus("Things"), queue("Main"), queue("Dead"), ...described);
  const queues = createQueues(assembly, parts);
  const authority = createAuthority(assembly);
  /** A queue can be made to be out of order: the seam at which a fault layer sits. */
  const trouble = { sending: false };
  const send: typeof queues.send = (arn, ...rest) => {
    if (trouble.sending && arn === queueArn("Main")) throw new Error("out of order");
    return queues.send(arn, ...rest);
  };
  const functions = functionsOf(handlers);
  const eventBus = createBus(assembly, { ...parts, queues: { send }, functions, authority, compilePattern });
  stops.push(async () => {
    await eventBus.stop();
    queues.close();
  });
  const bodies = (name: string) => queues.peek(queueArn(name), 50).map(({ body }) => JSON.parse(body));
  const pass = (ms: number) => parts.clock.moveTo(parts.clock.now() + ms);
  const settled = async () => {
    await until(
      () => (eventBus.nextDue() ?? Number.POSITIVE_INFINITY) > parts.clock.now(),
      "what is due has run",
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return { ...parts, assembly, authority, queues, bus: eventBus, bodies, pass, trouble, settled };
};

export const toMain = (properties: Json = {}, more: Json = {}) => [
  rule("Rule", { Targets: [target(queueArn("Main"), more)], ...properties }),
  maySend("Main", ruleNamed("Rule")),
  maySend("Dead", ruleNamed("Rule")),
];

export const bus2 = () => bus("Second");
