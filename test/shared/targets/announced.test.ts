import fc from "fast-check";
import { applyOccurrence, type Decision, occurred } from "../../../shared/dynamo/record.ts";
import { defineEvent } from "../../../shared/events/event-type.ts";
import { breachesAmong } from "../../../shared/targets/announced.ts";
import type { Terms } from "../../../shared/targets/clocks.ts";
import { type ClockedRecord, keepClocks } from "../../../shared/targets/keep-clocks.ts";
import { PassedPoint } from "../../../shared/targets/passed-point.ts";
import { PolicyTerms } from "../../../shared/targets/terms.ts";
import { extended } from "../../../shared/targets/timeline.ts";

type Job = ClockedRecord & { readonly state: string; readonly told?: readonly string[] };

const Told = defineEvent({ source: "t.t", type: "Told", version: 1, summary: "-", data: PassedPoint });
const Moved = defineEvent({
  source: "t.t",
  type: "Moved",
  version: 1,
  summary: "-",
  data: PassedPoint.partial(),
});

const minute = 60_000;
const begin = Date.parse("2026-03-02T09:00:00.000Z");
const time = (minutes: number): Date => new Date(begin + minutes * minute);

const follows = {
  fields: ["timeline"] as const,
  from: (before: Job | undefined, after: Job) => ({
    timeline: extended(before?.timeline ?? [], Date.parse(after.updatedAt), { state: after.state }),
  }),
};

/** Told points are kept on the record, as the history of a real one would. */
const keeper = (terms: Terms, now: Date) =>
  keepClocks<Job>(
    {
      type: {
        prefix: "JOB",
        indexes: () => ({}),
        long: [],
        follows,
        view: (_actor, job) => job,
        viewEntry: (_actor, _job, entry) => entry,
      },
      facts: () => ({}),
      isDone: () => false,
      summaries: () => [],
      show: () => ({}),
      announce: ({ told = [] }, { point }) => [
        occurred(Told, point, {
          told: [...told, `${point.metric} ${point.point ?? "breach"} ${point.passedAt}`],
        }),
      ],
      recomputed: (_job, changes) => occurred(Moved, {}, changes),
    },
    terms,
    now,
  );

type Agreed = { readonly amount: number; readonly again: "continue" | "restart"; readonly hasPoint: boolean };

const termsOf = ({ amount, again, hasPoint }: Agreed): Terms => ({
  calendars: new Map(),
  policies: [
    {
      id: "SLA1",
      name: "SLA1",
      version: 1,
      terms: PolicyTerms.parse({
        kind: "job",
        metrics: [
          {
            metric: "resolve",
            target: { amount, unit: "minutes" },
            stops: { state: ["done"] },
            again,
            points: hasPoint ? [{ id: "half", at: { percent: 50 } }] : [],
          },
        ],
      }),
    },
  ],
});

const written = (before: Job | undefined, decision: Decision<Job>, at: Date): Job | undefined =>
  decision.reduce(
    (job, { changes }) => applyOccurrence(job, "JOB1", changes, at.toISOString(), follows),
    before,
  );

const begun = (agreed: Agreed): Job =>
  written(
    undefined,
    keeper(termsOf(agreed), time(0)).first("JOB1", [occurred(Moved, {}, { state: "open" })]),
    time(0),
  ) as Job;

const swept = (job: Job, at: number, agreed: Agreed): Job =>
  written(job, keeper(termsOf(agreed), time(at)).refresh(job), time(at)) as Job;

const moved = (job: Job, at: number, agreed: Agreed, state: string): Job => {
  const [decision = []] = keeper(termsOf(agreed), time(at)).around([job], () => [
    [occurred(Moved, {}, { state })],
  ]);
  return written(job, decision, time(at)) as Job;
};

const short = { amount: 20, again: "continue", hasPoint: true } as const;
const long = { ...short, amount: 600 };

test("terms that are changed and changed back tell nothing again", () => {
  const first = swept(begun(short), 15, short);
  expect(first.told).toHaveLength(1);
  const away = swept(first, 16, long);
  const back = swept(away, 17, short);
  expect(back.told).toEqual(first.told);
  expect(back.announced).toEqual(first.announced);
});

test("a breach that new terms took back does not count until it falls again", () => {
  const breached = swept(begun(short), 25, short);
  const away = swept(breached, 26, long);
  const later = swept(away, 601, long);
  expect([breached, away, later].map(({ announced }) => breachesAmong(announced))).toEqual([1, 0, 1]);
});

test("a clock that goes on, once it was to begin anew, tells nothing of before again", () => {
  const restarting = { ...short, again: "restart" } as const;
  const reopened = moved(moved(swept(begun(short), 15, short), 16, short, "done"), 18, short, "open");
  const anew = swept(reopened, 19, restarting);
  expect(swept(anew, 20, short).told).toHaveLength(1);
});

const agreements = fc.record({
  amount: fc.constantFrom(0, 5, 20, 90),
  again: fc.constantFrom("continue" as const, "restart" as const),
  hasPoint: fc.boolean(),
});
const steps = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 30 }), agreements, fc.constantFrom("sweep", "open", "done")),
  { maxLength: 15 },
);

test("however terms and states change, a point is told once for each time at which it falls", () => {
  fc.assert(
    fc.property(agreements, steps, (agreed, path) => {
      let job = begun(agreed);
      let at = 0;
      for (const [wait, terms, what] of path) {
        at += wait;
        job = what === "sweep" ? swept(job, at, terms) : moved(job, at, terms, what);
      }
      const told = job.told ?? [];
      expect(told).toEqual([...new Set(told)]);
    }),
    { numRuns: 500 },
  );
});

test("whatever the terms were before, what has fallen under the last ones was told or is told by the next sweep", () => {
  fc.assert(
    fc.property(agreements, steps, (agreed, path) => {
      let job = begun(agreed);
      let at = 0;
      for (const [wait, terms, what] of path) {
        at += wait;
        job = what === "sweep" ? swept(job, at, terms) : moved(job, at, terms, what);
      }
      const last = path.at(-1)?.[1] ?? agreed;
      job = swept(job, at + 1000, last);
      expect(job.nextPointAt).toBeUndefined();
      const isOpen = job.state === "open";
      if (isOpen) expect(breachesAmong(job.announced)).toBeGreaterThan(0);
    }),
  );
});
