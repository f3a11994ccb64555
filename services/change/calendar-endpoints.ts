import type * as z from "zod";
import type { Kept } from "../../shared/kept/kept.ts";
import { type KeptKind, keptEndpoints } from "../../shared/kept/kept-endpoints.ts";
import { ChangeWindow, ChangeWindowFields, ChangeWindowId, tellOfChangeWindow } from "./change-window.ts";
import type { ChangeContext } from "./context.ts";
import { Freeze, FreezeFields, FreezeId, tellOfFreeze } from "./freeze.ts";
import { mustKnowBoards } from "./known-boards.ts";
import { paths } from "./table-kept.ts";

const kept = <R extends Kept, F extends z.ZodObject>(
  kind: Omit<KeptKind<ChangeContext, R, F>, "read" | "write" | "history" | "mayWrite">,
) =>
  keptEndpoints<ChangeContext, R, F>({
    ...kind,
    read: "change:read_all",
    write: "change:manage",
    history: "change:read_all",
    mayWrite: () => true,
  });

/** When nothing is changed, and when services and CIs may be worked on. */
export const calendarEndpoints = [
  ...kept<Freeze, typeof FreezeFields>({
    noun: ["ChangeFreeze", "ChangeFreezes"],
    title: "a change freeze",
    summaries: {
      create: "Say when nothing is changed: it blocks scheduling and implementing from then on",
      retire: "The freeze holds nothing up any more",
    },
    path: paths.freeze,
    id: ["changeFreezeId", FreezeId],
    fields: FreezeFields,
    reply: Freeze,
    listed: Freeze.omit({ ciIds: true, serviceIds: true, exception: true }).meta({
      id: "ListedChangeFreeze",
    }),
    tell: tellOfFreeze,
    records: ({ freezeRecords }) => freezeRecords,
    check: ({ exception }, context) => mustKnowBoards(exception, "exception", context),
    refusals: ["rule_violation"],
  }),
  ...kept<ChangeWindow, typeof ChangeWindowFields>({
    noun: ["ChangeWindow", "ChangeWindows"],
    title: "a window for changes",
    summaries: { create: "Say when services or CIs may be worked on; those without are free at any time" },
    path: paths.window,
    id: ["changeWindowId", ChangeWindowId],
    fields: ChangeWindowFields,
    reply: ChangeWindow,
    listed: ChangeWindow.omit({ ciIds: true, serviceIds: true }).meta({ id: "ListedChangeWindow" }),
    tell: tellOfChangeWindow,
    records: ({ windowRecords }) => windowRecords,
  }),
];
