import type { Change } from "../../../services/change/change.ts";
import { timelineFollows } from "../../../services/change/clock-facts.ts";
import { changeClocks } from "../../../services/change/service-levels.ts";
import { applyOccurrence, type Decision } from "../../../shared/dynamo/record.ts";
import { PolicyTerms } from "../../../shared/targets/terms.ts";
import { opened } from "./given.ts";
import { submitted } from "./steps.ts";

const start = Date.parse("2027-01-04T08:00:00.000Z");
const at = (minutes: number) => new Date(start + minutes * 60_000);

/** An hour to be assessed, which makes it more urgent when it is over. */
const terms = {
  policies: [
    {
      id: "AGR0000001",
      name: "Assessed within an hour",
      version: 1,
      terms: PolicyTerms.parse({
        kind: "change",
        where: { type: ["normal"] },
        metrics: [
          {
            metric: "assess",
            target: { amount: 1, unit: "hours" },
            stops: { state: ["authorize", "scheduled", "implement", "review", "closed", "cancelled"] },
            onBreach: [{ do: "raise" }, { do: "reassign", teamId: "platform" }],
          },
        ],
      }),
    },
  ],
  calendars: new Map(),
};

const written = (change: Change | undefined, decision: Decision<Change>, when: Date): Change =>
  decision.reduce<Change | undefined>(
    (record, { changes }) =>
      applyOccurrence<Change>(record, "CHG0000001", changes, when.toISOString(), timelineFollows),
    change,
  ) as Change;

describe("clocks of changes", () => {
  const first = { ...opened({ priority: 3 }), version: 0 };
  const { id: _id, version: _version, createdAt: _created, updatedAt: _updated, ...fields } = first;
  const begun = written(undefined, [{ changes: fields } as unknown as Decision<Change>[number]], at(0));

  test("run from its opening by the agreement that is about it, and tell of a breach once, which raises it and gives it away", () => {
    const running = written(begun, changeClocks(terms, at(1)).refresh(begun), at(1));
    expect(running.serviceLevels).toMatchObject([{ metric: "assess", state: "running" }]);
    const late = written(running, changeClocks(terms, at(61)).refresh(running), at(61));
    expect(late.serviceLevels).toMatchObject([{ breached: true }]);
    expect(late).toMatchObject({ priority: 2, teamId: "platform" });
    expect(late.assigneeId).toBeUndefined();
    expect(changeClocks(terms, at(70)).refresh(late)).toEqual([]);
  });

  test("stop when it has gone on in time, and are not about changes of another type", () => {
    const moved = changeClocks(terms, at(30)).around([begun], ([change]) => [
      [...submitted(change as Change)].map((occurrence) => ({
        ...occurrence,
        changes: { ...occurrence.changes, state: "authorize" as const },
      })),
    ])[0];
    expect(written(begun, moved ?? [], at(30)).serviceLevels).toMatchObject([
      { state: "stopped", breached: false },
    ]);
    const emergency = { ...begun, type: "emergency" as const };
    expect(changeClocks(terms, at(61)).refresh(emergency)).toEqual([]);
  });
});
