import * as z from "zod";
import type { Actor, Permission } from "../access/actor.ts";
import { isSame } from "../domain/is-same.ts";
import { Refusal, type RefusalCode } from "../domain/refusal.ts";
import { later, refusalIn } from "../domain/refusal-in.ts";
import { pageOf, pageQuery } from "../dynamo/page.ts";
import type { Decision } from "../dynamo/record.ts";
import type { Records } from "../dynamo/records.ts";
import { type Endpoint, endpoint } from "../http/endpoint.ts";
import { HistoryItem } from "../http/history-item.ts";
import { type Kept, keep, keptLifecycle, keptList, move, rewrite, type Tell } from "./kept.ts";

/** A kind of record that is kept to be used again, as its endpoints need to know it. */
export type KeptKind<C, R extends Kept, F extends z.ZodObject> = {
  /** As operationIds say it, one and many. */
  readonly noun: readonly [one: string, many: string];
  readonly title: string;
  readonly path: string;
  readonly id: readonly [param: string, schema: z.ZodType<string>];
  readonly fields: F;
  readonly reply: z.ZodType;
  /** As lists show it, without long texts. */
  readonly listed: z.ZodType;
  readonly tell: Tell<R>;
  readonly read: Permission;
  readonly write: Permission;
  /** What earlier versions are read with: as writing unless given. */
  readonly history?: Permission;
  readonly records: (context: C) => Records<R>;
  /** Whoever makes one says its id, because others are to carry it; otherwise it gets a number. */
  readonly choosesId?: boolean;
  /** What is said when one is made and stays: replacing it with anything else is refused (`rule_violation`). */
  readonly fixed?: readonly (keyof R & string)[];
  /** Ids of those that are there before anybody wrote them (`RecordType.initial`). */
  readonly isBuiltIn?: (id: string) => boolean;
  /** Whether somebody with the permission may write this one. */
  readonly mayWrite: (actor: Actor, fields: z.infer<F>) => boolean;
  /** Refuses fields that name what is not there to be named; may answer with fields that follow from them. */
  readonly check?: (fields: z.infer<F>, context: C) => Promise<unknown>;
  /** Refuses to retire what is used, or to restore what uses something retired. */
  readonly checkMove?: Partial<Record<"retire" | "restore", (id: string, context: C) => Promise<void>>>;
  /** What it means, where there is more to say. */
  readonly summaries?: Partial<Record<"create" | "replace" | "retire" | "restore", string>>;
  /** Its own list, where there is more to list by than state. */
  readonly list?: Endpoint<C>;
  /** What else happens to a record that has these fields now. */
  readonly consequences?: (record: R, context: C) => Decision<R>;
  /** Why fields may be refused, besides that they are not valid. */
  readonly refusals?: readonly RefusalCode[];
};

/** Create, list, read, replace, retire, restore and history of a kind of kept records. */
export const keptEndpoints = <C, R extends Kept, F extends z.ZodObject>(
  kind: KeptKind<C, R, F>,
): readonly Endpoint<C>[] => {
  const { noun, title, path, fields, records, tell, read, write, refusals = [], summaries = {} } = kind;
  const [one, many] = noun;
  const [param, id] = kind.id;
  const reply = kind.reply as z.ZodType<unknown, R>;
  const params = z.object({ [param]: id });
  const idOf = (given: unknown) => String((given as Record<string, string>)[param]);
  const mustWrite = (actor: Actor, given: z.infer<F>): void => {
    if (!kind.mayWrite(actor, given)) throw new Refusal("forbidden", "Only for your own teams");
  };
  const mustStay = (record: R, given: z.infer<F>): void => {
    const moved = kind.fixed?.find((field) => !isSame(record[field], (given as Partial<R>)[field]));
    if (moved === undefined) return;
    const violation = { path: `body.${moved}`, message: "It stays as it was made" };
    throw new Refusal("rule_violation", undefined, [violation]);
  };
  const withConsequences = (record: R, decision: Decision<R>, context: C): Decision<R> => {
    const after: R = Object.assign({}, record, ...decision.map(({ changes }) => changes));
    return [...decision, ...(kind.consequences?.(after, context) ?? [])];
  };
  const route = (method: "GET" | "POST" | "PUT", rest = ""): Endpoint["route"] => `${method} /${path}${rest}`;
  const own = `/{${param}}`;
  const names = Object.keys(fields.shape);

  const wantedBy = async (body: z.infer<F>, context: C) => {
    const following = await later(Promise.resolve(kind.check?.(body, context)));
    return () => ({ ...body, ...(following() as Partial<R> | undefined) });
  };

  const moveBy = (action: "retire" | "restore", usual: string) =>
    endpoint({
      id: `${action}${one}`,
      summary: summaries[action] ?? usual,
      route: route("POST", `${own}/${action}`),
      permission: write,
      params,
      reply,
      refusals: [
        "not_found",
        "illegal_transition",
        "version_conflict",
        ...(kind.checkMove?.[action] ? (["rule_violation"] as const) : []),
      ],
      handle: async ({ params: given, actor, ifMatch }, context: C) => {
        const refused = await refusalIn(kind.checkMove?.[action]?.(idOf(given), context));
        return records(context).update(idOf(given), ifMatch, (record) => {
          mustWrite(actor, record as unknown as z.infer<F>);
          if (refused) throw refused;
          return move(tell, record, action);
        });
      },
    });

  return [
    endpoint({
      id: `create${one}`,
      summary: summaries.create ?? `Keep ${title}`,
      route: route("POST"),
      permission: write,
      body: kind.choosesId ? (fields.safeExtend({ id }) as unknown as F) : fields,
      reply,
      status: 201,
      refusals: kind.choosesId ? ["already_exists", ...refusals] : refusals,
      handle: async ({ body: given, actor }, context: C) => {
        const { id: chosen, ...rest } = given as Record<string, unknown>;
        const body = (kind.choosesId ? rest : given) as z.infer<F>;
        mustWrite(actor, body);
        const wanted = await wantedBy(body, context);
        const decide = (newId: string) =>
          withConsequences({ id: newId } as R, keep<R>(tell, newId, wanted()), context);
        if (!kind.choosesId) return records(context).create(decide);
        if (kind.isBuiltIn?.(String(chosen))) throw new Refusal("already_exists");
        return records(context).createAs(String(chosen), () => decide(String(chosen)));
      },
    }),
    kind.list ??
      endpoint({
        id: `list${many}`,
        summary: `${title} by name`,
        route: route("GET"),
        permission: read,
        query: z.strictObject({ ...pageQuery, state: keptLifecycle.State.default("active") }),
        reply: pageOf(kind.listed as z.ZodType<unknown, R>),
        refusals: ["invalid_cursor"],
        handle: ({ query: { state, ...page } }, context: C) =>
          records(context).list(keptList(path, state), page),
      }),
    endpoint({
      id: `get${one}`,
      summary: `Read ${title}`,
      route: route("GET", own),
      permission: read,
      params,
      reply,
      refusals: ["not_found"],
      handle: ({ params: given }, context: C) => records(context).get(idOf(given)),
    }),
    endpoint({
      id: `replace${one}`,
      summary: summaries.replace ?? `Write another version of ${title}; what is not given is gone`,
      route: route("PUT", own),
      permission: write,
      params,
      body: fields,
      reply,
      needsVersion: true,
      refusals: ["not_found", "illegal_transition", ...refusals],
      handle: async ({ params: given, body, actor, ifMatch }, context: C) => {
        const wanted = await wantedBy(body, context);
        return records(context).update(idOf(given), ifMatch, (record) => {
          mustWrite(actor, body);
          mustWrite(actor, record as unknown as z.infer<F>);
          if (record.state === "retired") throw new Refusal("illegal_transition", "It is retired");
          mustStay(record, body);
          return withConsequences(record, rewrite(tell, record, wanted(), names), context);
        });
      },
    }),
    moveBy("retire", "Not offered any more; what used it stays as it is"),
    moveBy("restore", "Offered again"),
    endpoint({
      id: `list${one}History`,
      summary: `Every version of ${title}`,
      route: route("GET", `${own}/history`),
      permission: kind.history ?? write,
      params,
      query: z.strictObject(pageQuery),
      reply: pageOf(HistoryItem),
      refusals: ["not_found", "invalid_cursor"],
      handle: ({ params: given, query }, context: C) => records(context).history(idOf(given), query),
    }),
  ];
};
