import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { Refusal } from "../domain/refusal.ts";
import type { Scope } from "./scope.ts";
import { tableSecret } from "./table-secret.ts";

/** Where the next page begins: the key of the last item looked at. */
export type Position = Readonly<Record<string, string>>;

/** The table's own signing key. */
const signingKey = async (scope: Scope): Promise<Buffer> =>
  Buffer.from(await tableSecret(scope, "cursor", () => randomBytes(32).toString("base64")), "base64");

const sign = async (scope: Scope, query: string, position: string): Promise<string> =>
  createHmac("sha256", await signingKey(scope))
    .update(JSON.stringify([scope.actor.id, query, position]))
    .digest("base64url");

/** An opaque cursor that works for this query and this caller only. */
export const sealCursor = async (scope: Scope, query: string, position: Position): Promise<string> => {
  const text = Buffer.from(JSON.stringify(position)).toString("base64url");
  return `${text}.${await sign(scope, query, text)}`;
};

/** Refuses with `invalid_cursor` what was not sealed for this query and this caller. */
export const openCursor = async (scope: Scope, query: string, cursor: string): Promise<Position> => {
  const [text = ""] = cursor.split(".", 1);
  const given = Buffer.from(cursor);
  const expected = Buffer.from(`${text}.${await sign(scope, query, text)}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new Refusal("invalid_cursor");
  return JSON.parse(Buffer.from(text, "base64url").toString()) as Position;
};
