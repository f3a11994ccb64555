import { call } from "../api/call.ts";
import { keep, readKept } from "../parts/kept.ts";
import type { Me } from "./me.ts";

/** Lets colleagues read the name that the person's token says; once on a device, and again when it is another name. */
export const introduce = async ({ name }: Me): Promise<void> => {
  if (name === undefined || readKept("name", "said") === name) return;
  try {
    await call("POST /me/name", { body: {} });
    keep("name", "said", name);
  } catch {
    // Said the next time: until then colleagues read what they read before.
  }
};
