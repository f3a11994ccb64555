import { services } from "../../services/index.ts";
import type { Run } from "./cloud/records.ts";
import type { Facts } from "./facts.ts";
import { brokenDueWork, repeatedPoints } from "./invariants/due.ts";
import { storedKind } from "./simulated.ts";

const minute = 60_000;
const start = Date.parse("2026-03-02T08:00:00.000Z");
const at = (minutes: number) => new Date(start + minutes * minute).toISOString();

const kind = storedKind(
  {
    prefix: "RSC",
    indexes: ({ nextAt }: { nextAt?: string } & object) =>
      nextAt ? { due: { partition: "schedule", order: `${nextAt}#RSC0000001` } } : {},
    long: [],
  } as never,
  (id) => id === "RSC0000001",
);

const entry = (sequence: number, minutes: number, nextAt: string | undefined, causationId?: string) => ({
  type: sequence === 1 ? "RequestScheduleChanged" : "RequestScheduleOrdered",
  changes: { nextAt: { to: nextAt } },
  data: {},
  meta: {
    eventId: `RSC0000001-${sequence}`,
    subject: "RSC0000001",
    sequence,
    occurredAt: at(minutes),
    causationId,
  },
});
const sweep = (minutes: number): Partial<Run> => ({
  functionArn: "arn:aws:lambda:us-east-1:000000000000:function:steward-request-timer",
  event: { schedule: "order-scheduled" },
  ok: true,
  isDisturbed: false,
  lastedMs: 10,
  begunAt: start + minutes * minute,
  endedAt: start + minutes * minute + 10,
});
const broken = (history: readonly ReturnType<typeof entry>[], runs: readonly Partial<Run>[], now: number) => {
  const written = (_: unknown, version: number) => Date.parse(history[version - 1]?.meta.occurredAt ?? "");
  const kept = [{ service: "request", id: "RSC0000001", history }];
  const facts = { kept, runs, now: start + now * minute, writtenAt: written, notWrittenBefore: written };
  return brokenDueWork(facts as unknown as Facts, [kind], services);
};

describe("what falls due", () => {
  const due = entry(1, 0, at(30));
  const done = (minutes: number) => entry(2, minutes, undefined, "schedule:order-scheduled");

  it("is well when the first run after it does it", () => {
    expect(broken([due, done(31)], [sweep(20), sweep(31)], 100)).toEqual([]);
  });
  it("breaks when a run does it before", () => {
    expect(broken([due, done(29)], [sweep(29)], 100)).toHaveLength(1);
  });
  it("breaks when a run that could have done it leaves it to a later one", () => {
    expect(broken([due, done(60)], [sweep(40), sweep(60)], 100)).toHaveLength(1);
  });
  it("breaks when it is never done", () => {
    expect(broken([due], [], 100)).toHaveLength(1);
  });
  it("breaks when a point of an agreement is told twice", () => {
    const told = { agreementId: "SLA0000001", metric: "resolve", point: "half", passedAt: at(5) };
    const history = [1, 2].map((sequence) => ({
      ...entry(sequence, sequence, undefined),
      type: "ProblemServiceLevelWarning",
      data: { serviceLevel: told },
    }));
    expect(repeatedPoints({ kept: [{ id: "PRB0000001", history }] } as unknown as Facts)).toHaveLength(1);
  });
});
