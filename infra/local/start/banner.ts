import { referencePath } from "../cloud/reference.ts";
import { controlPath } from "../control.ts";
import { demoGrant } from "../issuer/grants.ts";
import type { Directory } from "../issuer/people.ts";
import { issuerPath } from "../issuer.ts";

/** People named in the banner; the sign-in page lists all. */
const shown = 6;

/** What is printed once everything runs. */
export const banner = (url: string, { people }: Directory, dataDir: string, seconds: number): string => {
  const ids = people.slice(0, shown).map(({ id }) => id);
  const more = people.length > shown ? `, and ${people.length - shown} more` : "";
  return `
The local cloud runs at ${url} (ready in ${seconds.toFixed(1)} s)

  Portal         ${url}/
  Status         ${url}${controlPath}
  API reference  ${url}${referencePath}
  Sign-in        ${url}${issuerPath}/.well-known/openid-configuration
  People         ${ids.join(", ")}${more}
  Token          curl -s ${url}${issuerPath}/token -d grant_type=${demoGrant} -d person=${ids[0] ?? "?"}
  Data           ${dataDir}/ (npm start -- --fresh begins anew)

Ctrl-C stops everything.
`;
};
