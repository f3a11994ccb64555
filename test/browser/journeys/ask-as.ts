import { fetchToken } from "../../../infra/local/cloud/token.ts";
import type { World } from "./journey.ts";

/** What journeys look at in an answer. */
export type Answered = {
  readonly id: string;
  readonly state: string;
  readonly title: string;
  /** Of a list. */
  readonly items?: readonly { readonly id: string; readonly title: string; readonly name: string }[];
};

/** The API as somebody of the company, for what happens elsewhere while a page is open. */
export const askAs = async (
  { bed }: World,
  person: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answered> => {
  const address = `${bed.url}/api${path}`;
  const headers = {
    authorization: `Bearer ${await fetchToken(bed.url, person)}`,
    "content-type": "application/json",
  };
  const version = async () => (await fetch(address, { headers })).headers.get("etag") ?? "";
  const response = await fetch(address, {
    method,
    headers: method === "PATCH" ? { ...headers, "if-match": await version() } : headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answered;
};
