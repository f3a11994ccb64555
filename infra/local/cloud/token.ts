import { demoGrant } from "../issuer/grants.ts";
import { issuerPath } from "../issuer.ts";

/** Gets an access token for a person, as a script would. */
export const fetchToken = async (url: string, person: string): Promise<string> => {
  const body = new URLSearchParams({ grant_type: demoGrant, person });
  const response = await fetch(`${url}${issuerPath}/token`, { method: "POST", body });
  const reply = (await response.json()) as { access_token?: string; error_description?: string };
  if (reply.access_token === undefined) throw new Error(`no token for ${person}: ${reply.error_description}`);
  return reply.access_token;
};
