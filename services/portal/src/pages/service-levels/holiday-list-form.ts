import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";
import type { Choice } from "../../parts/form/form-fields.tsx";
import { holidaysText, readHolidays } from "./plain-text.ts";
import { levelTexts as texts } from "./texts.ts";

type HolidayList = Schemas["HolidayList"];

/** A holiday list as it is typed. */
export type TypedList = { readonly name: string; readonly holidays: string };

export const emptyList: TypedList = { name: "", holidays: "" };

export const typedList = ({ name, holidays }: Pick<HolidayList, "name" | "holidays">): TypedList => ({
  name,
  holidays: holidaysText(holidays),
});

/** What was typed, as the API takes it; throws `Unreadable` with the line that says nothing. */
export const listOf = ({ name, holidays }: TypedList): BodyOf<"POST /holiday-lists"> => ({
  name: name.trim(),
  holidays: readHolidays(holidays),
});

type Listed = Pick<HolidayList, "id" | "name">;

/** The lists that a calendar may use: those that are offered, and what it uses already although it is not offered any more. */
export const listChoices = (
  active: readonly Listed[],
  retired: readonly Listed[],
  used: readonly string[],
): readonly Choice[] => {
  const gone = used.filter((id) => active.every((list) => list.id !== id));
  const nameOf = (id: string): string => retired.find((list) => list.id === id)?.name ?? id;
  return [
    ...active.map(({ id, name }) => ({ value: id, text: name, description: id })),
    ...gone.map((id) => ({ value: id, text: texts.retiredList(nameOf(id)), description: id })),
  ];
};
