import { loadSigner } from "../../../infra/local/issuer/signing-key.ts";
import { memoryJournal } from "../../../infra/local/journal.ts";
import { type Name, names, standardPeople } from "../../bed/people.ts";
import { createVirtualClock } from "../machine/virtual-clock.ts";

/** Who signs, and a token for everybody that outlives every simulation. */
export type People = {
  readonly issuer: { readonly issuer: string; readonly keys: Awaited<ReturnType<typeof loadSigner>>["keys"] };
  readonly tokens: Readonly<Record<Name, string>>;
};

const issuer = "http://simulated.example/issuer";
const centurySeconds = 100 * 366 * 24 * 3600;

const claimsOf = (name: Name) => {
  const person = standardPeople.people.find(({ id }) => id === name);
  const client = standardPeople.clients.find(({ id }) => id === name);
  const groups = [...(person?.groups ?? client?.groups ?? [])];
  const own = person === undefined ? { client_id: name } : { client_id: "portal", name: person.name };
  return { sub: name, ...own, token_use: "access", "cognito:groups": groups };
};

/** Made once for all runs of a process: making a key takes longer than many requests. */
export const createPeople = async (audience: string | undefined, startMs: number): Promise<People> => {
  const clock = createVirtualClock(startMs - 24 * 3_600_000);
  const signer = await loadSigner(memoryJournal(), issuer, clock);
  const sign = async (name: Name) => [
    name,
    await signer.sign(
      { ...claimsOf(name), ...(audience === undefined ? {} : { aud: audience }) },
      centurySeconds,
    ),
  ];
  const tokens = Object.fromEntries(await Promise.all(names.map(sign)));
  return { issuer: { issuer, keys: signer.keys }, tokens };
};
