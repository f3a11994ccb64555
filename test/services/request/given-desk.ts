import { requestGrants } from "../../../services/request/access.ts";
import { ItemFields } from "../../../services/request/catalog-item.ts";
import { createConnect } from "../../../services/request/connect.ts";
import { draftItem, publishItem } from "../../../services/request/decisions/catalog.ts";
import { DraftFields } from "../../../services/request/draft.ts";
import { requestTable } from "../../../services/request/table.ts";
import { type Actor, granted } from "../../../shared/access/actor.ts";
import type { Refusal } from "../../../shared/domain/refusal.ts";
import { freshTable } from "../../bed/fresh-table.ts";
import { noFiles } from "../../bed/no-files.ts";
import { now } from "./given.ts";

export const who = (id: string, roles: readonly string[] = [], teams: readonly string[] = []): Actor => ({
  ...{ id, roles, teams },
  permissions: granted(requestGrants, ["employee", ...roles]),
});

export const linesOf = (catalogItemId: string, answers: object = {}): DraftFields =>
  DraftFields.parse({ lines: [{ catalogItemId, answers }] });

export const refusalOf = (doing: Promise<unknown>): Promise<Refusal> =>
  doing.then(
    () => {
      throw new Error("It was not refused");
    },
    (error: Refusal) => error,
  );

/** A table of requests with a team that max leads and emil belongs to, a clock that is moved, and whoever acts. */
export const desk = async () => {
  const table = await freshTable(requestTable);
  const connect = createConnect(noFiles);
  const clock = { at: now };
  const as = (actor: Actor) =>
    connect({
      ...{ table: table.table, client: table.client, actor, correlationId: "c-1" },
      clock: { now: () => new Date(clock.at) },
    });
  const ada = who("ada", ["admin"]);
  const offer = async (more: object): Promise<string> => {
    const fields = ItemFields.parse({ name: "Thing", summary: "A thing", categoryId: "CCA0000001", ...more });
    const { catalog } = as(ada);
    const { id } = await catalog.create((own) => draftItem(own, fields, "ada"));
    await catalog.update(id, undefined, (item) => publishItem(item, "ada", now));
    return id;
  };
  const members = [{ personId: "emil", absent: false }];
  const sales = { id: "sales", name: "Sales", active: true, leadId: "max", members };
  await as(ada).knownTeams.keep({ subject: "sales", sequence: 1 }, sales);
  return { ...table, clock, as, offer };
};
export type Desk = Awaited<ReturnType<typeof desk>>;
