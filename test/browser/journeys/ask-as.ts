import { fetchToken } from "../../../infra/local/cloud/token.ts";
import type { World } from "./journey.ts";

/** What journeys look at in an answer. */
export type Answered = {
  readonly id: string;
  readonly state: string;
  readonly title: string;
  /** Of a list. */
  readonly items?: readonly { readonly id: string; readonly title: string }[];
};

/** The API as somebody of the company, for what happens elsewhere while a page is open. */
export const askAs = async (
  { bed }: World,
  person: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answered> => {
  const token = await fetchToken(bed.url, person);
  const response = await fetch(`${bed.url}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answered;
};
