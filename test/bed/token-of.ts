import { fetchToken } from "../../infra/local/cloud/token.ts";
import { issuerPath } from "../../infra/local/issuer.ts";
import { type Name, robotSecret } from "./people.ts";

const robotToken = async (url: string): Promise<string> => {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: "robot",
    client_secret: robotSecret,
  });
  const response = await fetch(`${url}${issuerPath}/token`, { method: "POST", body });
  return ((await response.json()) as { access_token: string }).access_token;
};

/** An access token from a cloud's issuer for one of the standard people, or for the program among them. */
export const tokenOf = (url: string, name: Name): Promise<string> =>
  name === "robot" ? robotToken(url) : fetchToken(url, name);
