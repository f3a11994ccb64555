import { issuerPath } from "../issuer.ts";
import type { StatusSnapshot } from "../status-page.ts";
import { alarmsOf } from "./alarms.ts";
import type { Engine } from "./engine.ts";
import { referencePath } from "./reference.ts";

const nameOf = (arn: string): string => arn.split(":").at(-1) ?? arn;

const functionsOf = ({ functions, assembly }: Engine): StatusSnapshot["functions"] =>
  Object.entries(functions.counts()).map(([arn, counts]) => ({
    name: nameOf(arn),
    service: assembly.byArn(arn)?.stack ?? "",
    containers: counts.containers,
    busy: counts.running,
    waiting: counts.waiting,
    invocations: counts.invocations,
    errors: counts.failures,
  }));

/** Queues that others name as theirs for what failed. */
const deadLetterArns = ({ assembly }: Engine): ReadonlySet<string> => {
  const text = JSON.stringify(
    assembly.resources.map(({ properties }) => [
      properties.RedrivePolicy?.deadLetterTargetArn,
      properties.DeadLetterConfig,
      properties.DestinationConfig,
      properties.Target?.DeadLetterConfig,
      properties.Targets?.map(({ DeadLetterConfig }: { DeadLetterConfig?: unknown }) => DeadLetterConfig),
    ]),
  );
  return new Set(text.match(/arn:aws:sqs:[^"\\]+/g));
};

const schedulesOf = ({ scheduler, assembly }: Engine): StatusSnapshot["schedules"] => {
  const declared = assembly.ofType("AWS::Scheduler::Schedule");
  return scheduler.list().map(({ name, expression, nextFire }) => ({
    name,
    expression,
    timeZone: declared.find(({ ref }) => ref === name)?.properties.ScheduleExpressionTimezone ?? "UTC",
    nextMs: nextFire,
  }));
};

/** How the cloud is doing, for the status page and for programs. */
export const snapshot = (engine: Engine): StatusSnapshot => {
  const { clock, queues, streams, bus } = engine;
  const deadLetters = deadLetterArns(engine);
  const counts = queues.counts();
  return {
    clock: { nowMs: clock.now(), offsetMs: clock.offset() },
    functions: functionsOf(engine),
    queues: counts.map((each) => ({ ...each, isDeadLetter: deadLetters.has(each.arn) })),
    alarms: alarmsOf(engine.assembly, counts),
    streams: streams
      .list()
      .map(({ table, functionArn, behind }) => ({ table, functionName: nameOf(functionArn), behind })),
    schedules: schedulesOf(engine),
    events: bus.recent().toReversed(),
    links: [
      { label: "API reference", href: referencePath },
      { label: "Status as JSON", href: "/_local/status" },
      { label: "Issuer", href: `${issuerPath}/.well-known/openid-configuration` },
    ],
  };
};

/** Everything `stats` answers: the snapshot and what only programs look at. */
export type Stats = StatusSnapshot & {
  readonly pending: ReturnType<Engine["pending"]>;
  readonly denied: ReturnType<Engine["gateway"]["denied"]>;
  readonly metrics: Readonly<Record<string, number>>;
  readonly log: ReturnType<Engine["cloudLog"]["recent"]>;
};

/** The snapshot with pending work, denials, metrics and the latest log lines. */
export const statsOf = (engine: Engine): Stats => ({
  ...snapshot(engine),
  pending: engine.pending(),
  denied: engine.gateway.denied(),
  metrics: engine.logs.metrics(),
  log: engine.cloudLog.recent(),
});
