import { useEffect } from "react";
import { useRead } from "../../api/use-read.ts";
import { useWhole } from "../../api/use-whole.ts";
import { tellPeople, useNames } from "../names/names.ts";
import { useSettled } from "../use-settled.ts";
import { isAskable, offersOf, peopleIn } from "./who-choices.ts";

/** Colleagues to choose from while somebody types: those in teams, as far as one may know them, and who is found by name. */
export const usePeople = (typed: string) => {
  const nameOf = useNames();
  const members = peopleIn(useWhole("GET /teams", { query: { limit: 100 } }).items);
  const text = typed.trim();
  const name = useSettled(text);
  const asked = isAskable(name) ? { query: { name } } : undefined;
  const read = useRead("GET /people", asked, { everyMs: 0 });
  const found = asked === undefined ? undefined : read.value?.people;
  useEffect(() => tellPeople(found ?? []), [found]);
  const called = members.map((id) => ({ id, name: nameOf("person", id) }));
  return {
    offers: offersOf(text, called, found ?? []),
    isLoading: asked !== undefined && (read.isLoading || name !== text),
    nameOf: (id: string): string => nameOf("person", id),
  };
};
