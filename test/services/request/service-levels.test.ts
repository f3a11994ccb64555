import { timelineFollows } from "../../../services/request/clock-facts.ts";
import type { RequestItem } from "../../../services/request/request-item.ts";
import { itemClocks } from "../../../services/request/service-levels.ts";
import { applyOccurrence, type Decision } from "../../../shared/dynamo/record.ts";
import { PolicyTerms } from "../../../shared/targets/terms.ts";
import { now, placed, wanted } from "./given.ts";

const at = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000);
const terms = {
  policies: [
    {
      id: "SLA0000001",
      name: "Within an hour",
      version: 1,
      terms: PolicyTerms.parse({
        kind: "request",
        metrics: [
          {
            metric: "resolve",
            target: { amount: 1, unit: "hours" },
            stops: { state: ["complete", "cancelled"] },
            onBreach: [
              { do: "notify", to: ["team"] },
              { do: "reassign", teamId: "second" },
            ],
          },
        ],
      }),
    },
  ],
  calendars: new Map(),
};

test("an item that is late is given to the team that its agreement names, once", () => {
  const write = (before: RequestItem | undefined, decision: Decision<RequestItem>, when: Date) =>
    decision.reduce<RequestItem | undefined>(
      (record, { changes }) =>
        applyOccurrence<RequestItem>(record, "RITM0000001", changes, when.toISOString(), timelineFollows),
      before,
    ) as RequestItem;
  const { id: _id, ...fields } = placed([wanted()]).items[0] as RequestItem;
  const changes = { ...fields, teamId: "first" };
  const begun = write(undefined, [{ changes }] as unknown as Decision<RequestItem>, at(0));
  const sweep = (item: RequestItem, minutes: number) => itemClocks(terms, at(minutes)).refresh(item);
  expect(sweep(begun, 59).map(({ event }) => event.type)).toEqual(["RequestItemServiceLevelsChanged"]);
  const told = sweep(begun, 61);
  expect(told.map(({ event }) => event.type)).toEqual(["RequestItemServiceLevelBreached"]);
  const late = write(begun, told, at(61));
  expect(late).toMatchObject({ teamId: "second", serviceLevels: [{ breached: true }] });
  expect(sweep(late, 70)).toEqual([]);
});
