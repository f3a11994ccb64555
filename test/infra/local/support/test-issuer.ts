import { createHash } from "node:crypto";
import { createClock } from "../../../../infra/local/clock.ts";
import { createIssuer, type Issuer } from "../../../../infra/local/issuer.ts";
import { memoryJournal } from "../../../../infra/local/journal.ts";
import { createTokenVerifier } from "../../../../infra/local/token-verifier.ts";
import { serve } from "./serve.ts";

const directory = {
  people: [
    { id: "ann", name: "Ann <Agent>", email: "ann@example.com", title: "Desk", groups: ["agents", "desk"] },
    { id: "eve", name: "Eve", email: "eve@example.com" },
  ],
  clients: [{ id: "machine", secret: "s3cret", groups: ["integrations"] }],
};
const verifier = "v".repeat(50);
const challenge = createHash("sha256").update(verifier).digest("base64url");
const callback = "http://localhost:5173/signed-in";

type Json = Record<string, string>;

/** A served issuer with two people and a machine client, and the calls its clients make. */
export const startTestIssuer = async () => {
  const clock = createClock();
  const journal = memoryJournal();
  const startAt = (origin: string): Promise<Issuer> =>
    createIssuer({ origin, directory, audiences: ["portal"], clock, journal, log: () => {} });
  let issuer!: Issuer;
  const serving = await serve(async (origin) => {
    issuer = await startAt(origin);
    return (request, response) => void issuer.handle(request, response);
  });
  const path = `${serving.origin}/_local/issuer`;
  const post = (form: Json, headers: Json = {}) =>
    fetch(`${path}/token`, { method: "POST", body: new URLSearchParams(form), headers });
  const grant = async (form: Json, headers: Json = {}) => {
    const response = await post(form, headers);
    return { status: response.status, ...((await response.json()) as Json) } as Json & { status: number };
  };
  const verify = (token = "", of = issuer) =>
    createTokenVerifier({ issuer: of.issuer, audience: ["portal"], keys: of.keys, now: clock.now }).verify(
      token,
    );
  const asked = (changes: Json = {}) =>
    new URLSearchParams({
      response_type: "code",
      client_id: "portal",
      redirect_uri: callback,
      code_challenge: challenge,
      code_challenge_method: "S256",
      scope: "openid profile",
      state: "xyz",
      nonce: "n-1",
      ...changes,
    });
  const signIn = async (person = "ann"): Promise<URL> => {
    const shown = await (await fetch(`${path}/authorize?${asked()}`)).text();
    const request = /name="request" value="([^"]+)"/.exec(shown)?.[1] ?? "";
    const body = new URLSearchParams({ request, person });
    const chosen = await fetch(`${path}/authorize`, { method: "POST", body, redirect: "manual" });
    return new URL(chosen.headers.get("location") ?? "http://none.invalid");
  };
  return {
    clock,
    start: clock.now(),
    issuer,
    path,
    callback,
    restarted: () => startAt(serving.origin),
    stop: serving.stop,
    post,
    grant,
    demo: (person: string, more: Json = {}) => grant({ grant_type: "urn:steward:demo", person, ...more }),
    verify,
    asked,
    signIn,
    redeem: (code: string, changes: Json = {}) =>
      grant({
        grant_type: "authorization_code",
        code,
        client_id: "portal",
        redirect_uri: callback,
        code_verifier: verifier,
        ...changes,
      }),
  };
};
export type TestIssuer = Awaited<ReturnType<typeof startTestIssuer>>;
