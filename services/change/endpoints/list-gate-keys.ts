import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { publicKeyOf } from "../permit.ts";

const Key = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
  alg: z.literal("EdDSA"),
  use: z.literal("sig"),
  kid: z.string(),
});

/** Public by its nature, so that a runner without a token can check what it was handed. */
export const listGateKeys = endpoint({
  id: "listGateKeys",
  summary: "The public key of permits, as a JSON Web Key Set",
  route: "GET /gate/keys",
  reply: z.object({ keys: z.array(Key) }),
  refusals: [],
  handle: async (_request, { permitKey }: ChangeContext) => ({
    keys: [Key.parse(await publicKeyOf(permitKey))],
  }),
});
