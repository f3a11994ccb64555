import fc from "fast-check";
import { presentFacts } from "../../../services/incident/clock-facts.ts";
import { assign } from "../../../services/incident/decisions/assign.ts";
import type { Command } from "../../../services/incident/decisions/command.ts";
import { edit } from "../../../services/incident/decisions/edit.ts";
import { hold, reopen, resolve, start } from "../../../services/incident/decisions/progress.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { clocksOf } from "../../../shared/targets/clocks.ts";
import { summaryOf } from "../../../shared/targets/summary.ts";
import { doing, ended, hours, opened, policy, swept, under } from "./given-clocks.ts";

const many = under(
  policy(
    "SLA1",
    { ...hours(2), points: [{ id: "half", at: { percent: 50 } }] },
    { where: { priority: [1, 2, 3] } },
  ),
  policy("SLA2", hours(5), { where: { priority: [4, 5] } }),
  policy("OLA1", { ...hours(1), starts: { teamId: ["network"] } }, { internal: true }),
);
const commands = fc.constantFrom<readonly [Command, object]>(
  [start, {}],
  [hold, { reason: "awaiting_caller" }],
  [hold, { reason: "awaiting_vendor" }],
  [resolve, ended],
  [reopen, { reason: "Still no mail" }],
  [edit, { urgency: 1 }],
  [edit, { urgency: 3 }],
  [assign, { teamId: "network" }],
  [assign, { teamId: "desk" }],
);

test("whatever happens on the way and however often it is swept, the clocks are those computed from scratch", () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), commands, fc.boolean()), {
    maxLength: 15,
  });
  fc.assert(
    fc.property(steps, (path) => {
      let incident = opened(many);
      let now = 0;
      const told: (string | undefined)[] = [];
      for (const [wait, [command, body], isSwept] of path) {
        now += wait;
        try {
          if (isSwept) incident = swept(incident, now, many).incident;
          incident = doing(incident, now, many, command, body).incident;
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
        told.push(...(incident.announced ?? []));
        const scratch = clocksOf(
          many,
          incident.timeline ?? [],
          presentFacts(incident),
          Date.parse(incident.updatedAt),
        );
        expect(incident.serviceLevels).toEqual(scratch.map(summaryOf));
      }
      expect(new Set(incident.announced ?? []).size).toBe((incident.announced ?? []).length);
    }),
  );
});
