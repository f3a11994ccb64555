import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { LoadedAssembly } from "../template/loaded-assembly.ts";
import { AwsFailure } from "./aws-failure.ts";
import type { CallingFunction } from "./callers.ts";
import type { Guard } from "./guard.ts";

/** Answers AWS KMS's `Sign` and `GetPublicKey`: what is to be sent back. */
export type KeyService = (caller: CallingFunction, operation: string, body: Buffer) => object;

const keySpec = "ECC_NIST_EDWARDS25519";
const algorithm = "ED25519_SHA_512";
/** Of `Message` where it is not a digest. */
const maximumBytes = 4096;

type Asked = {
  readonly KeyId?: string;
  readonly Message?: string;
  readonly MessageType?: string;
  readonly SigningAlgorithm?: string;
};

const makeKey = (): KeyObject => generateKeyPairSync("ed25519").privateKey;

/** The key in its file, made when there is none; whoever comes second reads what the first one wrote. */
const keptKey = (file: string): KeyObject => {
  const pem = makeKey().export({ format: "pem", type: "pkcs8" });
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, pem, { flag: "wx", mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return createPrivateKey(readFileSync(file));
};

const signed = (key: KeyObject, { Message, MessageType, SigningAlgorithm }: Asked): string => {
  if (SigningAlgorithm !== algorithm || MessageType !== "RAW")
    throw new AwsFailure("ValidationException", `A key of ${keySpec} signs RAW messages with ${algorithm}`);
  const message = Buffer.from(Message ?? "", "base64");
  if (message.length < 1 || message.length > maximumBytes)
    throw new AwsFailure("ValidationException", `A message has 1 to ${maximumBytes} bytes`);
  return sign(null, message, key).toString("base64");
};

/** Keys of the template that the local cloud cannot make. */
export const unsupportedKeys = (assembly: Pick<LoadedAssembly, "ofType">): readonly string[] =>
  assembly
    .ofType("AWS::KMS::Key")
    .flatMap(({ stack, logicalId, properties }) =>
      properties.KeySpec === keySpec && properties.KeyUsage === "SIGN_VERIFY"
        ? []
        : [`${stack}/${logicalId}: the local cloud has keys of ${keySpec} for SIGN_VERIFY only`],
    );

/** Makes the KMS side of the gateway. Keys are files of the data directory; without one they end with the cloud. */
export const createKeyService = (
  assembly: Pick<LoadedAssembly, "ofType">,
  guard: Guard,
  dataDir?: string,
): KeyService => {
  const loaded = new Map<string, KeyObject>();
  const keyOf = ({ KeyId: id = "" }: Asked) => {
    const found = assembly.ofType("AWS::KMS::Key").find(({ arn, ref }) => arn === id || ref === id);
    if (found === undefined) throw new AwsFailure("NotFoundException", `Key '${id}' does not exist`);
    const { arn, ref, properties } = found;
    const load = () => {
      const key = dataDir === undefined ? makeKey() : keptKey(`${dataDir}/keys/${ref}.pem`);
      loaded.set(arn, key);
      return key;
    };
    return { arn, usage: properties.KeyUsage, key: () => loaded.get(arn) ?? load() };
  };
  return (caller, operation, body) => {
    const asked: Asked = JSON.parse(body.toString());
    const { arn, usage, key } = keyOf(asked);
    guard.demand(caller, `kms:${operation}`, arn);
    if (operation === "Sign")
      return { KeyId: arn, Signature: signed(key(), asked), SigningAlgorithm: algorithm };
    if (operation !== "GetPublicKey")
      throw new AwsFailure("UnsupportedOperation", `the local cloud does not support kms:${operation}`);
    const der = createPublicKey(key()).export({ format: "der", type: "spki" });
    const shown = { KeySpec: keySpec, KeyUsage: usage, SigningAlgorithms: [algorithm] };
    return { KeyId: arn, PublicKey: der.toString("base64"), ...shown };
  };
};
