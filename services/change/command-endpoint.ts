import * as z from "zod";
import type { Actor, Permission } from "../../shared/access/actor.ts";
import { Refusal, type RefusalCode } from "../../shared/domain/refusal.ts";
import { type Endpoint, endpoint } from "../../shared/http/endpoint.ts";
import { type Change, SeenChange } from "./change.ts";
import { ChangeId } from "./change-fields.ts";
import type { ChangeContext } from "./context.ts";
import type { Circumstances, Command } from "./decisions/command.ts";
import type { Model } from "./model.ts";
import { openBefore } from "./predecessors.ts";
import { usableEdition } from "./template.ts";

export const changeParams = z.object({ changeId: ChangeId });

/** The model a change follows; the usual one of its type where it names none. */
const modelFor = async (
  { modelId }: Pick<Change, "modelId">,
  { models }: ChangeContext,
): Promise<Model | undefined> => (modelId === undefined ? undefined : models.get(modelId));

/** Whether its template is not to be used any more, whatever edition it was made from. */
const isTemplateStopped = async (
  { templateId }: Pick<Change, "templateId">,
  { templates }: ChangeContext,
): Promise<boolean> =>
  templateId !== undefined && usableEdition(await templates.get(templateId)) === undefined;

/** What a decision on this change is made with besides what the endpoint adds. */
export const circumstancesOf = async (
  change: Change,
  actor: Actor,
  context: ChangeContext,
): Promise<Circumstances> => {
  // Who may not read models and other changes is bound by them all the same; what they say is not shown.
  const all = context.asService();
  return {
    actor,
    now: context.now(),
    settings: await context.settings(),
    freezes: await context.freezes(),
    model: await modelFor(change, all),
    isTemplateStopped: await isTemplateStopped(change, all),
    openBefore: await openBefore(change, all),
  };
};

const attempts = 5;

/** What was gathered for a decision is gathered anew when somebody changed the change meanwhile, as events do all the time. */
const onWhatIsThere = async <T>(decide: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++)
    try {
      return await decide();
    } catch (error) {
      const isStale = error instanceof Refusal && error.code === "write_conflict";
      if (!isStale || attempt === attempts) throw error;
    }
};

/** An endpoint that applies a command to one change; `If-Match` is optional, the state is the guard. */
export const commandEndpoint = <B extends z.ZodType>(declared: {
  readonly id: string;
  readonly summary: string;
  readonly route: Endpoint["route"];
  readonly permission: Permission;
  readonly command: Command<B>;
  readonly refusals?: readonly RefusalCode[];
  /** What else the decision on this very change is made with. */
  readonly more?: (
    change: Change,
    on: Circumstances,
    context: ChangeContext,
    body: z.output<B>,
  ) => Promise<Partial<Circumstances>>;
}): Endpoint<ChangeContext> =>
  endpoint({
    id: declared.id,
    summary: declared.summary,
    route: declared.route,
    permission: declared.permission,
    params: changeParams,
    body: declared.command.body,
    reply: SeenChange,
    refusals: [
      "not_found",
      "version_conflict",
      "illegal_transition",
      "rule_violation",
      ...(declared.refusals ?? []),
    ],
    handle: ({ params, body, actor, ifMatch }, context: ChangeContext) =>
      onWhatIsThere(async () => {
        const { changes } = context;
        const seen = await changes.get(params.changeId);
        const on = await circumstancesOf(seen, actor, context);
        const more = await declared.more?.(seen, on, context, body as z.output<B>);
        return changes.update(params.changeId, ifMatch, (change) =>
          declared.command.decide(change, body as z.output<B>, { ...on, ...more }),
        );
      }),
  });
