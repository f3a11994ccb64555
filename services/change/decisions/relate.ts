import * as z from "zod";
import { LongText } from "../../../shared/domain/texts.ts";
import type { Change } from "../change.ts";
import { Link } from "../change-fields.ts";
import { ChangeLinked, ChangeNoted } from "../events.ts";
import { command, happened, invalid } from "./command.ts";

/** As many ties as fit the record and its transaction. */
const most = 50;
const same = (a: Link, b: Link): boolean => a.type === b.type && a.target === b.target;
const linked = (change: Change, links: Link[]) => [happened(ChangeLinked, change, { links }, {})];

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
