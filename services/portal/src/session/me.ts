import type { Schemas } from "../../../../docs/generated/api.ts";
import { call } from "../api/call.ts";
import { createStore, useStore } from "./store.ts";

/** Who is signed in, as the API sees it. */
export type Me = Schemas["Me"];

const me = createStore<Me | undefined>(undefined);

/** Asks the API once who this is. */
export const loadMe = async (): Promise<Me> => {
  const found = await call("GET /me", {});
  me.set(found);
  return found;
};

/** The signed-in person's id outside of components: what is kept on this machine is kept for them only. */
export const myId = (): string => me.get()?.id ?? "nobody";

/** The signed-in person. Drawn only once they are known, so this never waits. */
export const useMe = (): Me => {
  const known = useStore(me);
  if (known === undefined) throw new Error("nobody is signed in");
  return known;
};

/** Whether the person has one of these roles. The API decides; this only spares them dead ends. */
export const hasRole = ({ roles }: Me, ...wanted: readonly string[]): boolean =>
  wanted.some((role) => roles.includes(role));
