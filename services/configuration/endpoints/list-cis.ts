import * as z from "zod";
import { type Actor, may } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { ForeignId } from "../../../shared/domain/texts.ts";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { ListedCi } from "../api.ts";
import { CiId, ciLifecycle, PersonId } from "../ci.ts";
import { CiClassId } from "../ci-class.ts";
import { cisOfClass, pathOf } from "../class-list.ts";
import { serviceClassId } from "../seeds/classes.ts";
import { type ConfigurationContext, firstLetter, plainName, target } from "../table.ts";

const filters = {
  classId: CiClassId.optional().describe(
    "Those of this class and of the classes below it that are not retired, by class, then by name",
  ),
  namePrefix: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe("Those whose name begins so, whatever its case, but for retired ones"),
  ownerId: PersonId.optional().describe("Those that this person answers for, but for retired ones"),
  teamId: ForeignId.optional().describe("Those that this team looks after, but for retired ones"),
  state: ciLifecycle.State.optional().describe("All in this state, by name"),
  serviceId: CiId.optional().describe("Those that people say belong to this service"),
  assetId: ForeignId.optional().describe("Those that are the CI of this asset"),
};
type Name = keyof typeof filters;
type Filters = { readonly [K in Name]?: string | undefined };

const chosen = (query: Filters) =>
  (Object.keys(filters) as Name[]).filter((name) => query[name] !== undefined);

const Query = z
  .strictObject({ ...filters, ...pageQuery })
  .refine((query) => chosen(query).length <= 1, "Ask by one filter at a time");

const tied = (partition: string) => ({ index: "cisByTarget", partition, edges: true });

type Asked = Parameters<ConfigurationContext["cis"]["list"]>[0];

const asks: Readonly<Record<Name, (value: string, context: ConfigurationContext) => Asked | Promise<Asked>>> =
  {
    classId: async (id, context) => cisOfClass(await pathOf(id, context)),
    namePrefix: (prefix) => ({
      index: "cisByName",
      partition: firstLetter(prefix),
      prefix: plainName(prefix),
    }),
    ownerId: (id) => ({ index: "cisByOwner", partition: id }),
    teamId: (id) => ({ index: "cisByTeam", partition: id }),
    state: (state) => ({ index: "cisByState", partition: state }),
    serviceId: (id) => tied(target.service(id)),
    assetId: (id) => tied(target.asset(id)),
  };

/**
 * Who may only pick services asks for a class of them, or for what they answer for: nobody walks through pages of
 * what they may not see.
 */
const refuseOthers = async (actor: Actor, query: Filters, { model }: ConfigurationContext): Promise<void> => {
  if (may(actor, "configuration:read_all") || query.ownerId === actor.id) return;
  if (query.teamId !== undefined && actor.teams.includes(query.teamId)) return;
  const path = query.classId === undefined ? [] : await model.chainOf(query.classId).catch(() => []);
  if (!path.some(({ id }) => id === serviceClassId))
    throw new Refusal("forbidden", "Ask for a class of services, such as business_service, or for your own");
};

export const listCis = endpoint({
  id: "listCis",
  summary: "List configuration items by one filter; those that are live without any",
  route: "GET /cis",
  permission: "configuration:read",
  query: Query,
  reply: pageOf(ListedCi),
  refusals: ["invalid_cursor"],
  handle: async ({ query, actor }, context: ConfigurationContext) => {
    await refuseOthers(actor, query, context);
    const [name = "state"] = chosen(query);
    return context.cis.list(await asks[name](query[name] ?? "live", context), query);
  },
});
