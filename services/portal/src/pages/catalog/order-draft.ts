import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { Answers } from "../../../../../shared/forms/form.ts";
import type { BodyOf } from "../../api/request.ts";

export type Draft = Schemas["RequestDraft"];
export type DraftFields = BodyOf<"POST /request-drafts">;
export type Line = DraftFields["lines"][number];

/** What is entered for one thing of the catalog. */
export type Order = {
  readonly answers: Answers;
  readonly quantity: string;
  readonly requestedFor: string;
  readonly note: string;
};

/** The API takes so many things in one order. */
export const mostLines = 12;
const mostOfOne = 100;

const said = (name: "requestedFor" | "note", text: string) =>
  text.trim() === "" ? {} : { [name]: text.trim() };

export const lineOf = (
  catalogItemId: string,
  { answers, quantity }: Pick<Order, "answers" | "quantity">,
): Line => ({
  catalogItemId,
  quantity: Math.min(mostOfOne, Math.max(1, Math.trunc(Number(quantity)) || 1)),
  answers: answers as NonNullable<Line["answers"]>,
});

/** What the API keeps of what is entered: one line of the draft; others it has stay as they are. */
export const fieldsOf = (
  catalogItemId: string,
  order: Order,
  { draft, at = 0 }: { readonly draft?: Draft | undefined; readonly at?: number } = {},
): DraftFields => {
  const line = lineOf(catalogItemId, order);
  const lines =
    draft === undefined || draft.lines.length === 0
      ? [line]
      : draft.lines.with(Math.min(at, draft.lines.length - 1), line as Draft["lines"][number]);
  return { ...said("requestedFor", order.requestedFor), ...said("note", order.note), lines };
};

/** What was entered for a line of a draft. */
export const orderOf = ({ lines, note = "", requestedFor = "" }: Draft, at = 0): Order => {
  const line = lines[at];
  return {
    answers: (line?.answers ?? {}) as Answers,
    quantity: String(line?.quantity ?? 1),
    requestedFor,
    note,
  };
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether the API keeps just this already. */
export const isKeptSo = (draft: Draft, { lines, note, requestedFor }: DraftFields): boolean =>
  same(
    [
      draft.note ?? "",
      draft.requestedFor ?? "",
      draft.lines.map(({ catalogItemId, quantity, answers }) => [catalogItemId, quantity, answers]),
    ],
    [
      note ?? "",
      requestedFor ?? "",
      lines.map(({ catalogItemId, quantity, answers }) => [catalogItemId, quantity, answers]),
    ],
  );

/** Drafts that become one order, for one person. */
export type Cart = { readonly requestedFor: string | undefined; readonly drafts: readonly Draft[] };

/** What is in the cart, by whom it is for, in the order it was begun. */
export const cartsOf = (drafts: readonly Draft[]): readonly Cart[] => {
  const filled = drafts
    .filter(({ state, lines }) => state === "open" && lines.length > 0)
    .toSorted((one, other) => one.createdAt.localeCompare(other.createdAt));
  return [...new Set(filled.map(({ requestedFor }) => requestedFor))].map((requestedFor) => ({
    requestedFor,
    drafts: filled.filter((draft) => draft.requestedFor === requestedFor),
  }));
};

/**
 * Several drafts as one, to be ordered together. What two of them say alike is ordered once: an earlier attempt may have
 * ended between joining them and throwing the others away.
 */
export const joined = (drafts: readonly Draft[]): DraftFields => {
  const lines = drafts.flatMap((draft) => draft.lines);
  const distinct = lines.filter((line, index) => lines.findIndex((each) => same(each, line)) === index);
  const notes = [...new Set(drafts.flatMap(({ note }) => note ?? []))].join("\n").slice(0, 2000);
  return {
    ...said("requestedFor", drafts[0]?.requestedFor ?? ""),
    ...said("note", notes),
    lines: distinct,
  };
};
