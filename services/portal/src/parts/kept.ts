import { myId } from "../session/me.ts";

const nameOf = (kind: string, name: string): string => `portal.${kind}.${myId()}.${name}`;

/** What is kept on this device for the signed-in person; undefined when there is nothing (or it cannot be read). */
export const readKept = <T>(kind: string, name: string): T | undefined => {
  try {
    const text = localStorage.getItem(nameOf(kind, name));
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Keeps a value on this device for the signed-in person; `undefined` forgets it. A full device keeps nothing more. */
export const keep = (kind: string, name: string, value: unknown): void => {
  try {
    if (value === undefined) localStorage.removeItem(nameOf(kind, name));
    else localStorage.setItem(nameOf(kind, name), JSON.stringify(value));
  } catch {
    // Storage is full or switched off: the page works on without it.
  }
};
