import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { createClock } from "../../../../infra/local/clock.ts";
import { openJournal } from "../../../../infra/local/journal.ts";
import { createQueues, type LocalQueues } from "../../../../infra/local/queues.ts";
import { assemblyOf } from "../support/assembly.ts";
import { deadLetters, queue, queueArn } from "../support/messaging.ts";

const VISIBILITY_MS = 30_000;
const MOST_RECEIVES = 2;
const main = queueArn("Main");
const dead = queueArn("Dead");
const assembly = assemblyOf(
  queue("Main", { VisibilityTimeout: 30, ...deadLetters("Dead", MOST_RECEIVES) }),
  queue("Dead"),
);

type Step =
  | { readonly do: "send"; readonly delaySeconds: number }
  | { readonly do: "receive"; readonly max: number; readonly working: boolean }
  | { readonly do: "remove" | "fail"; readonly pick: number }
  | { readonly do: "pass"; readonly seconds: number }
  | { readonly do: "redrive" | "restart" };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("send" as const), delaySeconds: fc.constantFrom(0, 0, 0, 20) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("receive" as const),
      max: fc.integer({ min: 1, max: 4 }),
      working: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom("remove" as const, "fail" as const), pick: fc.nat() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("pass" as const), seconds: fc.constantFrom(5, 25, 31, 90) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("redrive" as const, "restart" as const) }) },
);

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "queues-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const file = () => join(directory, "queues.ndjson");

/** The queues under test beside the simplest model that can be wrong about them: the set of bodies that must exist. */
const createWorld = () => {
  rmSync(file(), { force: true });
  const clock = createClock();
  const alive = new Set<string>();
  const held = new Map<string, { readonly handle: string; readonly until: number }>();
  let sent = 0;
  let queues: LocalQueues;
  let close = () => {};

  const openQueues = () => {
    const journal = openJournal(directory);
    queues = createQueues(assembly, { clock, journal, log: () => {} });
    close = () => {
      queues.close();
      journal.close();
    };
  };
  openQueues();

  const bodiesIn = (arn: string) => queues.peek(arn, 1000).map(({ body }) => body);
  const restart = () => {
    close();
    held.clear();
    openQueues();
  };
  const steps = {
    send: ({ delaySeconds }: Extract<Step, { do: "send" }>) => {
      const body = `message ${sent++}`;
      queues.send(main, body, {}, { delaySeconds });
      alive.add(body);
    },
    receive: ({ max, working }: Extract<Step, { do: "receive" }>) => {
      for (const { body, receiptHandle, receives } of queues.receive(main, max, { working })) {
        expect(alive).toContain(body);
        expect(receives).toBeLessThanOrEqual(MOST_RECEIVES);
        expect(held.get(body)?.until ?? 0).toBeLessThanOrEqual(clock.now());
        // A jump of the clock leaves a working receiver its message: in this test no real time to speak of passes.
        held.set(body, {
          handle: receiptHandle,
          until: working ? Number.POSITIVE_INFINITY : clock.now() + VISIBILITY_MS,
        });
      }
      // A dead letter is out of the reach of who received it before.
      for (const body of bodiesIn(dead)) held.delete(body);
    },
    remove: ({ pick }: { readonly pick: number }) => {
      const [body, holding] = [...held][pick % (held.size || 1)] ?? [];
      if (body === undefined || holding === undefined) return;
      queues.remove(main, [holding.handle]);
      alive.delete(body);
      held.delete(body);
    },
    fail: ({ pick }: { readonly pick: number }) => {
      const [body, holding] = [...held][pick % (held.size || 1)] ?? [];
      if (body === undefined || holding === undefined) return;
      queues.fail(main, [holding.handle], "no");
      held.delete(body);
    },
    pass: ({ seconds }: { readonly seconds: number }) => clock.moveTo(clock.now() + seconds * 1000),
    redrive: () => queues.redrive(dead),
    restart,
  };

  return {
    run: (each: Step) => (steps[each.do] as (of: Step) => unknown)(each),
    alive: () => [...alive].sort(),
    forget: (bodies: readonly string[]) => {
      alive.clear();
      for (const body of bodies) alive.add(body);
    },
    present: () => [...bodiesIn(main), ...bodiesIn(dead)].sort(),
    counted: () =>
      queues.counts().reduce((sum, { visible, inFlight, delayed }) => sum + visible + inFlight + delayed, 0),
    restart,
    close: () => close(),
    /** Everything that can still be received, by receiving and waiting until nothing comes any more. */
    drain: () => {
      const seen: string[] = [];
      for (let round = 0; round < 2 * MOST_RECEIVES + 2; round++) {
        restart();
        for (const arn of [main, dead])
          for (let batch = queues.receive(arn, 10); batch.length > 0; batch = queues.receive(arn, 10)) {
            seen.push(...batch.map(({ body }) => body));
            queues.remove(
              arn,
              batch.map(({ receiptHandle }) => receiptHandle),
            );
          }
        clock.moveTo(clock.now() + 2 * VISIBILITY_MS);
      }
      return seen.sort();
    },
  };
};

describe("over any sequence of sending, receiving, deleting, failing, waiting, redriving and restarting", () => {
  test("nothing sent is lost, nothing deleted comes back, everything is counted and can be received once more", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: "max" }), (steps) => {
        const world = createWorld();
        for (const each of steps) {
          world.run(each);
          expect(world.present()).toEqual(world.alive());
          expect(world.counted()).toBe(world.alive().length);
        }
        expect(world.drain()).toEqual(world.alive());
        world.close();
      }),
      { numRuns: 150 },
    );
  });

  test("a crash in the middle of any step's writing keeps everything that was acknowledged before it", () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40, size: "max" }),
        step,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (steps, last, where) => {
          const world = createWorld();
          for (const each of steps) world.run(each);
          const before = world.alive();
          const size = statSync(file()).size;
          world.run(last);
          const written = statSync(file()).size - size;
          world.close();
          // The end of the last line is what makes it count: cut in front of it, at the latest.
          if (written > 0) truncateSync(file(), size + Math.floor(where * (written - 1)));
          world.forget(before);
          world.restart();
          expect(world.present()).toEqual(before);
          expect(readFileSync(file(), "utf8").endsWith("\n") || statSync(file()).size === 0).toBe(true);
          expect(world.drain()).toEqual(before);
          world.close();
        },
      ),
      { numRuns: 150 },
    );
  });
});
