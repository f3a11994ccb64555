import { Refusal } from "../../shared/domain/refusal.ts";
import type { RequestContext } from "./context.ts";
import { answerStep, type StepAnswer, taskOfErrand } from "./decisions/steps.ts";
import { itemOfTask, RequestTaskId } from "./ids.ts";
import { updateItem } from "./update-order.ts";

/** Moves an item on by what became of one of its steps. What names no task of ours is no business of ours. */
export const hearStep = async (answer: StepAnswer, by: string, context: RequestContext): Promise<void> => {
  const { taskId } = taskOfErrand(answer.errandId);
  if (!RequestTaskId.safeParse(taskId).success) return;
  const now = context.now();
  await updateItem(itemOfTask(taskId), undefined, context, (item) => answerStep(item, answer, now, by)).catch(
    (error: unknown) => {
      if (!(error instanceof Refusal && error.code === "not_found")) throw error;
    },
  );
};
