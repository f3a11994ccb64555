import type { DeliveryParts } from "./async-invocation.ts";
import { createFire } from "./delivery/fire.ts";
import { type Schedule, schedulesOf } from "./delivery/schedule.ts";
import type { Assembly } from "./parts.ts";
import { nextFire } from "./schedule-expression.ts";
import type { WaitingWorker } from "./waiting-worker.ts";

export { deniedSchedules, unsupportedSchedules } from "./delivery/schedule-checks.ts";

export type Scheduler = Omit<WaitingWorker, "nextDue"> & {
  /** Every schedule that is switched on; `nextFire` in epoch milliseconds, undefined when it never fires again. */
  readonly list: () => readonly {
    readonly name: string;
    readonly expression: string;
    readonly nextFire: number | undefined;
  }[];
};

type Armed = { readonly next: number | undefined; readonly cancel: () => void };
/** What the journal knows of a schedule: the time it was waiting for when it was last armed. */
type Stored = { readonly arn: string; readonly expression: string; readonly next: number | null };

const NAME = "schedules";
/** Lines of the journal per schedule before it is written anew. */
const LINES_EACH = 100;
/** Up to this a fire counts as on time and carries the scheduled time; after a jump it carries the time it is. */
const ON_TIME_MS = 60_000;

/** The next time from now on, within the schedule's own start and end. */
const nextOf = ({ expression, timeZone, from, until }: Schedule, after: number): number | undefined => {
  const next = nextFire(expression, timeZone, Math.max(after, from - 1));
  return next === undefined || next > until ? undefined : next;
};

/**
 * Fires the template's schedules by the virtual clock. A jump over many due times fires a schedule once; what fell
 * due while the cloud was switched off fires once at the start.
 */
export const createScheduler = (assembly: Assembly, parts: DeliveryParts): Scheduler => {
  const { clock, journal, log } = parts;
  const firing = createFire(assembly, parts);
  const schedules = schedulesOf(assembly);
  const armed = new Map<string, Armed>();
  let lines = 0;
  let endMoves = () => {};

  const entry = ({ arn, expression }: Schedule, next: number | undefined): Stored => ({
    arn,
    expression,
    next: next ?? null,
  });
  const store = (schedule: Schedule) => {
    if (lines++ < LINES_EACH * schedules.length)
      journal.append(NAME, entry(schedule, armed.get(schedule.arn)?.next));
    else storeAll();
  };
  const storeAll = () => {
    journal.rewrite(
      NAME,
      schedules.map((schedule) => entry(schedule, armed.get(schedule.arn)?.next)),
    );
    lines = schedules.length;
  };
  const arm = (schedule: Schedule, next: number | undefined) => {
    armed.get(schedule.arn)?.cancel();
    const cancel = next === undefined ? () => {} : clock.at(next, () => fire(schedule, next));
    armed.set(schedule.arn, { next, cancel });
  };
  const fire = (schedule: Schedule, due: number) => {
    const now = clock.now();
    log("info", "schedule fires", { schedule: schedule.name });
    firing.fire(schedule, now - due < ON_TIME_MS ? due : Math.floor(now / 1000) * 1000);
    arm(schedule, nextOf(schedule, now));
    store(schedule);
  };
  /** A time further away than the next one from now can only come from a clock that was ahead. */
  const resume = (schedule: Schedule, stored: Stored | undefined) => {
    const next = nextOf(schedule, clock.now());
    const waitedFor = stored?.expression === schedule.expression ? (stored.next ?? undefined) : undefined;
    const earliest = Math.min(next ?? Number.POSITIVE_INFINITY, waitedFor ?? Number.POSITIVE_INFINITY);
    arm(schedule, Number.isFinite(earliest) ? earliest : undefined);
  };
  const afterMove = (movedByMs: number) => {
    if (movedByMs < 0) for (const schedule of schedules) arm(schedule, nextOf(schedule, clock.now()));
  };

  return {
    start: () => {
      const stored = new Map((journal.read(NAME) as readonly Stored[]).map((entry) => [entry.arn, entry]));
      for (const schedule of schedules) resume(schedule, stored.get(schedule.arn));
      storeAll();
      endMoves = clock.onMove(afterMove);
      firing.start();
    },
    stop: async () => {
      endMoves();
      for (const { cancel } of armed.values()) cancel();
      await firing.stop();
    },
    pending: firing.pending,
    list: () =>
      schedules.map(({ arn, name, expression }) => ({ name, expression, nextFire: armed.get(arn)?.next })),
  };
};
