import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { IncidentSnapshot } from "../../../services/incident/events.ts";
import { createConnect } from "../../../services/problem/connect.ts";
import { defaultSettings } from "../../../services/problem/settings.ts";
import { incidentChanged } from "../../../services/problem/subscriptions/incident-changed.ts";
import { problemTable } from "../../../services/problem/table.ts";
import { serviceActor } from "../../../shared/access/actor.ts";
import type { Scope } from "../../../shared/dynamo/scope.ts";
import { type FreshTable, freshTable } from "../../bed/fresh-table.ts";

const openedAt = "2026-03-01T10:00:00.000Z";

describe("an event that problem management failed on, overtaken by a later one", () => {
  let fresh: FreshTable;
  let isDown = false;
  beforeAll(async () => {
    fresh = await freshTable(problemTable);
  });
  afterAll(() => fresh.stop());

  /** The database as it is while queries fail. */
  const client = () =>
    ({
      send: (command: never) =>
        isDown && (command as object) instanceof QueryCommand
          ? Promise.reject(new Error("down"))
          : fresh.client.send(command),
    }) as unknown as Scope["client"];

  const hear = (event: string, subject: string, sequence: number): Promise<void> => {
    const scope: Scope = {
      table: fresh.table,
      client: client(),
      clock: { now: () => new Date(openedAt) },
      actor: serviceActor("problem"),
      correlationId: "c-1",
      once: { key: `INBOX#${event}#${subject}-${sequence}`, keepSeconds: 60 },
    };
    const facts = { id: subject, state: "new", ciIds: ["db"], links: [], openedAt };
    const incident = facts as unknown as IncidentSnapshot;
    const meta = { subject, sequence } as never;
    const subscribed = incidentChanged.find(({ id }) => id === event);
    if (subscribed === undefined) throw new Error(`nobody hears ${event}`);
    return subscribed.handle(
      { meta, data: { incident } },
      { ...createConnect()(scope), settings: async () => defaultSettings },
    );
  };

  it("still has its effect when it comes again", async () => {
    await hear("incident-opened", "INC1", 1);
    await hear("incident-opened", "INC2", 1);
    isDown = true;
    await expect(hear("incident-opened", "INC3", 1)).rejects.toThrow("down");
    isDown = false;
    await hear("incident-started", "INC3", 2);
    await hear("incident-opened", "INC3", 1);
    const items = await fresh.itemsOf("PRC0000001");
    const { record } = items.find(({ sk }) => sk === "RECORD") as { record: { incidentIds: string[] } };
    expect(record.incidentIds.toSorted()).toEqual(["INC1", "INC2", "INC3"]);
  });
});
