import { useEffect } from "react";
import { call } from "../../api/call.ts";
import { createStore, useStore } from "../../session/store.ts";

type Names = ReadonlyMap<string, string>;

const known = createStore<Names>(new Map());
const asked = new Set<string>();

/** Takes names that came with something else, such as a list to choose from. */
export const tellCiNames = (cis: readonly { readonly id: string; readonly name: string }[]): void => {
  const news = cis.filter(({ id, name }) => known.get().get(id) !== name);
  if (news.length > 0)
    known.set(new Map([...known.get(), ...news.map(({ id, name }) => [id, name] as const)]));
};

const ask = async (ciId: string): Promise<void> => {
  try {
    tellCiNames([await call("GET /cis/{ciId}", { params: { ciId } })]);
  } catch {
    // Not everything that is named here is an item of the CMDB, or may be seen: its id stands in.
  }
};

/** Names of configuration items by id, each asked for once; the id stands in until then. */
export const useCiNames = (ids: readonly string[]): ((id: string) => string) => {
  const names = useStore(known);
  const wanted = ids.join(" ");
  useEffect(() => {
    for (const id of wanted.split(" ").filter((each) => each !== "" && !asked.has(each))) {
      asked.add(id);
      if (!known.get().has(id)) void ask(id);
    }
  }, [wanted]);
  return (id) => names.get(id) ?? id;
};
