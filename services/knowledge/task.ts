import * as z from "zod";
import { type Actor, may } from "../../shared/access/actor.ts";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { type Decision, occurred, type RecordBase, type RecordType } from "../../shared/dynamo/record.ts";
import { withoutSnapshot } from "../../shared/dynamo/without-snapshot.ts";
import { ArticleId, Reference } from "./article.ts";
import { Language, PersonId } from "./content.ts";
import { KnowledgeTaskChanged } from "./events.ts";

/** Something to do about an article, for whoever looks after it. */
export const taskLifecycle = defineLifecycle(["open", "done", "dismissed"], {
  complete: { from: ["open"], to: "done" },
  dismiss: { from: ["open"], to: "dismissed" },
});

export const TaskId = z.string().regex(/^KTK\d{7,12}$/, "A task's number such as KTK0001234");
const Reason = z.string().trim().min(1).max(2000);

export const Task = z
  .object({
    id: TaskId,
    ...recordFields,
    state: taskLifecycle.State,
    kind: z
      .enum(["flag", "improve"])
      .describe("A reader found something wrong; or it was reused and may be better, or is to be translated"),
    reason: z
      .enum(["reader", "reuse", "translation", "validity"])
      .optional()
      .describe(
        "Why it came up: a reader said so, it was reused, a language is missing or behind, its time ends",
      ),
    articleId: ArticleId,
    language: Language.optional().describe(
      "Into which it is to be translated, or its translation brought up to date",
    ),
    ownerId: PersonId.describe("Who looked after the article when the task came up"),
    reportedBy: PersonId,
    text: Reason,
    record: Reference.optional().describe("Where it was reused"),
    outcome: Reason.optional(),
    actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
  })
  .meta({ id: "KnowledgeTask" });
export type Task = z.infer<typeof Task> & RecordBase;

/** What the open task to translate an article into a language is found by. */
export const translationClaim = (articleId: string, language: string): string =>
  `translate#${articleId}#${language}`;

/** What the open task to look at an article that ends is found by. */
export const renewalClaim = (articleId: string): string => `renew#${articleId}`;

/** Of several of a kind about one article, one that asks to improve it is enough. */
const claims = ({ state, kind, reason, articleId, language }: Task): string[] => {
  if (state !== "open" || kind !== "improve") return [];
  if (reason === "validity") return [renewalClaim(articleId)];
  return [language === undefined ? `improve#${articleId}` : translationClaim(articleId, language)];
};

const doesIt = (actor: Actor, { ownerId }: Task): boolean =>
  may(actor, "knowledge:manage") || (may(actor, "knowledge:write") && actor.id === ownerId);

/** Its owner and who manages knowledge do it; who reported it sees what becomes of it. */
const view = (actor: Actor, task: Task): Task | undefined => {
  if (doesIt(actor, task)) return { ...task, actions: [...taskLifecycle.allowed(task.state)] };
  return actor.id === task.reportedBy ? { ...task, actions: [] } : undefined;
};

export const taskRecords: RecordType<Task> = {
  prefix: "KTK",
  indexes: ({ id, state, ownerId, createdAt }) => ({
    tasksByState: { partition: state, order: `${createdAt}#${id}` },
    tasksByOwner: { partition: `${ownerId}#${state}`, order: `${createdAt}#${id}` },
  }),
  claims,
  long: ["text", "outcome"],
  view,
  viewEntry: withoutSnapshot("task"),
};

const changed = (task: Partial<Task>, changes: Partial<Task>): Decision<Task> => {
  const { id, state, kind, articleId, language, ownerId, record } = { ...task, ...changes } as Task;
  const told = { id, state, kind, articleId, language, ownerId, record };
  return [occurred(KnowledgeTaskChanged, { task: told }, changes)];
};

export const openTask = (
  id: string,
  fields: Pick<
    Task,
    "kind" | "reason" | "articleId" | "language" | "ownerId" | "reportedBy" | "text" | "record"
  >,
): Decision<Task> => changed({ id }, { state: "open", ...fields });

/** Somebody else is to do it. */
export const giveTask = (task: Task, ownerId: string): Decision<Task> => changed(task, { ownerId });

export const Outcome = z.strictObject({
  outcome: Reason.optional().describe("What was done, or why nothing is"),
});

export const endTask = (
  task: Task,
  action: keyof typeof taskLifecycle.transitions,
  { outcome }: z.infer<typeof Outcome>,
): Decision<Task> => changed(task, { state: taskLifecycle.next(task.state, action), outcome });
