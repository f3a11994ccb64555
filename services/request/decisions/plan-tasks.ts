import { answerOf, holds } from "../../../shared/forms/condition.ts";
import type { Answers } from "../../../shared/forms/form.ts";
import type { ItemFields } from "../catalog-item.ts";
import { isByPiece, isSingle, type StepPlan, usualHours } from "../fulfilment.ts";
import { taskNumber } from "../ids.ts";
import type { Does, RequestTask } from "../task.ts";
import { violation } from "./command.ts";

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

/** As long as what a signal is about may be. */
const mostAbout = 128;

/** When a day begins; one that nobody named is over. */
const dayOf = (date: string | undefined): string => `${date ?? "1970-01-01"}T00:00:00.000Z`;

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
    name: "name" in step ? step.name : "signal" in step ? step.signal : undefined,
    about: "aboutField" in step ? textOf(answers, step.aboutField)?.slice(0, mostAbout) : undefined,
    until: "untilField" in step ? dayOf(textOf(answers, step.untilField)) : undefined,
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

/** A step as one task, or as one for each piece of what is handed out. */
type Planned = { readonly step: StepPlan; readonly piece: number | undefined };

const planned = (
  { name, fulfilment }: Pick<ItemFields, "name" | "fulfilment">,
  answers: Answers,
  quantity: number,
): Planned[] => {
  const steps = needed(fulfilment, answers);
  return (steps.length > 0 ? steps : [usual(name)]).flatMap((step): Planned[] =>
    isByPiece(step) && quantity > 1
      ? Array.from({ length: quantity }, (_, at) => ({ step, piece: at + 1 }))
      : [{ step, piece: undefined }],
  );
};

/** So many pieces are found in stock beside each other; and their tasks begin in one transaction. */
const mostPieces = 10;
const mostTasks = 40;

/** Why so many of it cannot be had in one item, if they cannot. */
export const quantityFault = (
  fields: Pick<ItemFields, "name" | "fulfilment">,
  answers: Answers,
  quantity: number,
): string | undefined => {
  if (quantity === 1) return undefined;
  const steps = needed(fields.fulfilment, answers);
  if (steps.some(isSingle)) return `One of ${fields.name} for a person: order it for each of them`;
  if (!steps.some(isByPiece)) return undefined;
  if (quantity > mostPieces) return `At most ${mostPieces} pieces in one item: order them in parts`;
  const count = planned(fields, answers, quantity).length;
  return count > mostTasks
    ? `That is ${count} tasks, ${mostTasks} are possible: order it in parts`
    : undefined;
};

type Beginning = Pick<RequestTask, "id" | "after" | "does" | "teamId">;

/** What tasks that begin at once write besides their item: each that does itself is asked for, each team finds them. */
const writesOf = (tasks: readonly Beginning[]): number =>
  tasks.filter(({ does }) => does !== undefined).length + new Set(tasks.map(({ teamId }) => teamId)).size - 1;

/** The most that is written because tasks of an item begin at once: the first ones, or those after the same one. */
export const burstOf = (tasks: readonly Beginning[]): number =>
  Math.max(
    1,
    writesOf(tasks.filter(({ after }) => after.length === 0)),
    ...tasks.map(({ id }) => writesOf(tasks.filter(({ after }) => after.includes(id)))),
  );

/** The same of an item that is not ordered yet. */
export const burstIn = (
  fields: Pick<ItemFields, "name" | "fulfilment" | "teamId">,
  answers: Answers,
  quantity: number,
): number => burstOf(planTasks("RITM0000000", fields, answers, fields.teamId ?? "", quantity));

/** The items of a request may begin together, in one transaction of 100 writes: so many more than one for each. */
const mostMore = 20;

export const mustFitTogether = (bursts: readonly number[], path: string): void => {
  if (bursts.reduce((sum, each) => sum + each - 1, 0) > mostMore)
    throw violation(
      path,
      `At most ${mostMore} steps or pieces more than items begin at once in one request: order them in parts`,
    );
};

const hoursOf = (step: StepPlan): Pick<RequestTask, "hours"> => {
  // A day comes by itself, however far away it is.
  const usual = "untilField" in step && step.untilField !== undefined ? undefined : usualHours[step.kind];
  const expected = step.hours ?? usual;
  return expected === undefined ? {} : { hours: expected };
};

const titled = ({ title }: StepPlan, piece: number | undefined, quantity: number): string =>
  piece === undefined ? title : `${title.slice(0, 180)} (${piece} of ${quantity})`;

/**
 * The tasks by which an item is fulfilled, all of them waiting until it begins. What is handed out has a task for
 * each piece: a piece goes on after its own, and what is done once comes after all of them.
 */
export const planTasks = (
  itemId: string,
  fields: Pick<ItemFields, "name" | "fulfilment">,
  answers: Answers,
  teamId: string,
  quantity: number,
): RequestTask[] => {
  const all = planned(fields, answers, quantity);
  const before = (keys: readonly string[], piece: number | undefined): string[] =>
    all.flatMap((other, at) => {
      const isMeant = piece === undefined || other.piece === undefined || other.piece === piece;
      return keys.includes(other.step.key) && isMeant ? [taskNumber(itemId, at + 1)] : [];
    });
  return all.map(({ step, piece }, at) =>
    withDoes(doesOf(step, answers), {
      id: taskNumber(itemId, at + 1),
      title: titled(step, piece, quantity),
      ...(step.description === undefined ? {} : { description: step.description }),
      kind: step.kind,
      ...(piece === undefined ? {} : { piece }),
      state: "waiting",
      teamId: step.teamId ?? teamId,
      after: before(step.after, piece),
      ...hoursOf(step),
      ...(step.escalateTo === undefined ? {} : { escalateTo: step.escalateTo }),
    }),
  );
};

const withDoes = (does: Does | undefined, task: RequestTask): RequestTask =>
  does === undefined ? task : { ...task, does };
