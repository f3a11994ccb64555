import type { Ask } from "./ask.ts";
import { atOnce } from "./at-once.ts";
import directory from "./people.json" with { type: "json" };

/** The demo company's directory says how its people are called, before any of them has signed in. */
export const nameEverybody = async (ask: Ask): Promise<void> => {
  await atOnce(directory.people, ({ id, name }) =>
    ask("alex.admin", "POST", `/api/people/${id}/name`, { name }),
  );
};
