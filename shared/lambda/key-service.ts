import { createPublicKey, type JsonWebKey } from "node:crypto";
import * as z from "zod";
import { createSignedFetch } from "./signed-fetch.ts";

/** A key that signs with Ed25519 (RFC 8032) and whose private half nobody sees. */
export type SigningKey = {
  /** The public half, as a JSON Web Key (RFC 8037). */
  readonly publicKey: () => Promise<JsonWebKey>;
  /** 64 bytes; the same text is signed the same way each time. At most 4096 bytes of text. */
  readonly sign: (text: string) => Promise<Buffer>;
};

const Signed = z.object({ Signature: z.base64() });
const Public = z.object({ PublicKey: z.base64(), KeySpec: z.literal("ECC_NIST_EDWARDS25519") });

/** As often as the service is asked before its refusal counts, as the SDK's clients do. */
const attempts = 3;

/**
 * A key of AWS Key Management Service (`ECC_NIST_EDWARDS25519`, `SIGN_VERIFY`) by its ARN. Throws what AWS answers
 * when it does not sign.
 */
export const keyServiceKey = (keyArn: string): SigningKey => {
  const endpoint = process.env.AWS_ENDPOINT_URL ?? `https://kms.${process.env.AWS_REGION}.amazonaws.com`;
  let send: ReturnType<typeof createSignedFetch> | undefined;
  let known: Promise<JsonWebKey> | undefined;

  const call = async <T>(operation: string, more: object, reply: z.ZodType<T>): Promise<T> => {
    send ??= createSignedFetch(endpoint, "kms");
    for (let attempt = 1; ; attempt++) {
      const answer = await send({
        method: "POST",
        path: "/",
        headers: {
          "content-type": "application/x-amz-json-1.1",
          "x-amz-target": `TrentService.${operation}`,
        },
        body: JSON.stringify({ KeyId: keyArn, ...more }),
      });
      if (answer.status === 200) return reply.parse(answer.body);
      const { __type: type = "" } = (answer.body ?? {}) as { readonly __type?: string };
      const passes = answer.status >= 500 || type.includes("Throttling");
      if (!passes || attempt === attempts)
        throw Object.assign(new Error(`AWS KMS does not ${operation}: ${answer.status} ${type}`), {
          name: type,
          $metadata: { httpStatusCode: answer.status },
        });
    }
  };

  const ask = async (): Promise<JsonWebKey> => {
    const { PublicKey } = await call("GetPublicKey", {}, Public);
    const der = { key: Buffer.from(PublicKey, "base64"), format: "der", type: "spki" } as const;
    return createPublicKey(der).export({ format: "jwk" });
  };

  return {
    publicKey: () => {
      known ??= ask().catch((error: unknown) => {
        known = undefined;
        throw error;
      });
      return known;
    },
    sign: async (text) => {
      const Message = Buffer.from(text).toString("base64");
      const how = { Message, MessageType: "RAW", SigningAlgorithm: "ED25519_SHA_512" };
      return Buffer.from((await call("Sign", how, Signed)).Signature, "base64");
    },
  };
};
