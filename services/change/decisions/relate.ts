import * as z from "zod";
import { LongText } from "../../../shared/domain/texts.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Change } from "../change.ts";
import { Link } from "../change-fields.ts";
import { ChangeLinked, ChangeNoted } from "../events.ts";
import { command, happened, invalid } from "./command.ts";

/** As many ties as fit the record and its transaction. */
const most = 50;
const same = (a: Link, b: Link): boolean => a.type === b.type && a.target === b.target;

/** Other ties than before, with what else changes by it; whoever was tied is told that they are not any more. */
export const linked = (change: Change, links: Link[], more: Partial<Change> = {}): Decision<Change> => {
  const untied = change.links.filter((before) => !links.some((after) => same(before, after)));
  return [happened(ChangeLinked, change, { ...more, links }, untied.length === 0 ? {} : { untied })];
};

/** Possible in any state: what a change caused is often known only when it is over. */
export const link = command({
  body: Link,
  decide: (change, added) => {
    if (change.links.some((present) => same(present, added))) return [];
    if (change.links.length >= most) throw invalid("body", `At most ${most}`);
    return linked(change, [...change.links, added]);
  },
});

export const unlink = command({
  body: Link,
  decide: (change, removed) => {
    const left = change.links.filter((present) => !same(present, removed));
    return left.length === change.links.length ? [] : linked(change, left);
  },
});

export const note = command({
  body: z.strictObject({ text: LongText }),
  decide: (change, { text }) => [happened(ChangeNoted, change, {}, {}, { text })],
});
