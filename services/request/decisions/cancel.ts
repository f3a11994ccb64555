import * as z from "zod";
import { may } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { isOpenItem, type RequestItem, requestItemLifecycle } from "../request-item.ts";
import { TaskText } from "../task.ts";
import { type Circumstances, command } from "./command.ts";
import { cancelled } from "./follow.ts";

/** Who asked changes their mind until something has been done; then those who fulfil it know what is to be undone. */
const mustBeUntouched = ({ tasks, name }: RequestItem, { actor }: Circumstances): void => {
  const isDone = tasks.some(({ state }) => state === "complete" || state === "in_progress");
  if (isDone && !may(actor, "request:work"))
    throw new Refusal("rule_violation", `Work on ${name} has begun: ask those who do it`);
};

/** What is lost with it: what came with it, and what came with that. */
const withParts = (item: RequestItem, among: readonly RequestItem[]): RequestItem[] => [
  item,
  ...among.filter((part) => part.parentId === item.id && isOpenItem(part)),
];

export const CancelFields = z.strictObject({ reason: TaskText });

export const cancelItem = command({
  body: CancelFields,
  decide: (item, { reason }, on) => {
    requestItemLifecycle.next(item.state, "cancel");
    for (const each of withParts(item, on.among ?? [])) mustBeUntouched(each, on);
    return cancelled(item, reason, on.now);
  },
});

/** All that is still open of a request. */
export const cancelAll = (items: readonly RequestItem[], reason: string, on: Circumstances) =>
  items.map((item) => (isOpenItem(item) ? cancelItem.decide(item, { reason }, on) : []));
