import { answerOf, holds } from "../../../shared/forms/condition.ts";
import type { Answers } from "../../../shared/forms/form.ts";
import type { ItemFields } from "../catalog-item.ts";
import type { StepPlan } from "../fulfilment.ts";
import { taskNumber } from "../ids.ts";
import type { Does, RequestTask } from "../task.ts";

/** What an item is done by that says nothing of how: one piece of work. */
const usual = (name: string): StepPlan => ({
  kind: "manual",
  key: "fulfil",
  title: `Fulfil: ${name}`.slice(0, 200),
  after: [],
});

/** Steps that these answers need; what came after one that is left out comes after what that one came after. */
const needed = (steps: readonly StepPlan[], answers: Answers): StepPlan[] => {
  const leftOut = new Map<string, readonly string[]>();
  const through = (keys: readonly string[]): string[] => [
    ...new Set(keys.flatMap((key) => leftOut.get(key) ?? [key])),
  ];
  return steps.flatMap((step) => {
    const after = through(step.after);
    if (holds(step.when, answers)) return [{ ...step, after }];
    leftOut.set(step.key, after);
    return [];
  });
};

const textOf = (answers: Answers, key: string | undefined): string | undefined => {
  const answer = key === undefined ? undefined : answerOf(answers, key);
  return typeof answer === "string" ? answer : undefined;
};

/** What a step does by itself, with the answers that say with what; nothing for what people do. */
const doesOf = (step: StepPlan, answers: Answers): Does | undefined => {
  if (step.kind === "manual") return undefined;
  const modelField = "modelField" in step ? step.modelField : undefined;
  const passed = "values" in step ? step.values : undefined;
  const does = {
    modelId: textOf(answers, modelField) ?? ("modelId" in step ? step.modelId : undefined),
    stockroomId: "stockroomId" in step ? step.stockroomId : undefined,
    assetId: "assetField" in step ? textOf(answers, step.assetField) : undefined,
    templateId: "templateId" in step ? step.templateId : undefined,
    name: "name" in step ? step.name : undefined,
    url: "url" in step ? step.url : undefined,
    values:
      passed &&
      Object.fromEntries(
        passed.flatMap((key) => {
          const answer = answerOf(answers, key);
          return answer === undefined ? [] : [[key, answer]];
        }),
      ),
  };
  return Object.fromEntries(Object.entries(does).filter(([, value]) => value !== undefined));
};

/** The tasks by which an item is fulfilled, all of them waiting until it begins. */
export const planTasks = (
  itemId: string,
  { name, fulfilment }: Pick<ItemFields, "name" | "fulfilment">,
  answers: Answers,
  teamId: string,
): RequestTask[] => {
  const steps = needed(fulfilment, answers);
  const planned = steps.length > 0 ? steps : [usual(name)];
  const numbers = new Map(planned.map(({ key }, at) => [key, taskNumber(itemId, at + 1)]));
  return planned.map((step) =>
    withDoes(doesOf(step, answers), {
      id: numbers.get(step.key) ?? "",
      title: step.title,
      ...(step.description === undefined ? {} : { description: step.description }),
      kind: step.kind,
      state: "waiting",
      teamId: step.teamId ?? teamId,
      after: step.after.flatMap((key) => numbers.get(key) ?? []),
      ...(step.hours === undefined ? {} : { hours: step.hours }),
    }),
  );
};

const withDoes = (does: Does | undefined, task: RequestTask): RequestTask =>
  does === undefined ? task : { ...task, does };
