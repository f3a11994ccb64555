import type { Schemas } from "../../../../../docs/generated/api.ts";
import { call } from "../../api/call.ts";
import { createStore, useStore } from "../../session/store.ts";
import { partTexts } from "../../texts/parts.ts";
import { type Kind, type KnownNames, keyOf, nameText, nextQuestion, withFound } from "./known-names.ts";

/** As many of each kind as the API answers at once. */
const most = 100;
/** What is drawn within this time is asked for together. */
const gatherMs = 20;
/** A name that was not there, or could not be asked for, is asked for again after so long. */
const againMs = 300_000;

type PersonName = Schemas["PersonName"];

const known = createStore<KnownNames>(new Map());
const askedAt = new Map<string, number>();
let waiting: readonly string[] = [];

const ask = async (): Promise<void> => {
  const { body, rest } = nextQuestion(waiting, most);
  waiting = rest;
  if (rest.length > 0) setTimeout(() => void ask(), gatherMs);
  try {
    const { people, teams } = await call("POST /names", { body });
    known.set(withFound(withFound(known.get(), "person", people), "team", teams));
  } catch {
    // Ids stand in for names; what the page itself cannot read, it says itself.
  }
};

/** Takes names of people that came with something else, such as a list to choose from. */
export const tellPeople = (people: readonly PersonName[]): void => {
  const news = people.filter(
    ({ id, name }) => name !== undefined && known.get().get(keyOf("person", id)) !== name,
  );
  if (news.length > 0) known.set(withFound(known.get(), "person", news));
};

const wish = (key: string): void => {
  const last = askedAt.get(key);
  if (known.get().has(key) || (last !== undefined && Date.now() - last < againMs)) return;
  askedAt.set(key, Date.now());
  if (waiting.length === 0) setTimeout(() => void ask(), gatherMs);
  waiting = [...waiting, key];
};

const textOf = (names: KnownNames, kind: Kind, id: string): string => {
  if (id.startsWith("service:")) return partTexts.system;
  if (id !== "") wish(keyOf(kind, id));
  return nameText(names, kind, id);
};

/** The name of a person or team as far as it is known now; asked for if it is not. For what is not drawn itself. */
export const nameNow = (kind: Kind, id: string): string => textOf(known.get(), kind, id);

/** Names of people and teams by id; whoever uses it is drawn anew when names come. The id stands in until then. */
export const useNames = (): ((kind: Kind, id: string) => string) => {
  const names = useStore(known);
  return (kind, id) => textOf(names, kind, id);
};
