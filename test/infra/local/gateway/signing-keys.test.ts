import { createPublicKey, verify } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createAuthority } from "../../../../infra/local/authority.ts";
import { createGuard } from "../../../../infra/local/gateway/guard.ts";
import { createKeyService } from "../../../../infra/local/gateway/signing-keys.ts";
import { type LoadedAssembly, loadAssembly } from "../../../../infra/local/template.ts";
import { provide } from "../../../bed/provisions.ts";

const message = Buffer.from("CHG0000001 may begin").toString("base64");
const how = { Message: message, MessageType: "RAW", SigningAlgorithm: "ED25519_SHA_512" };

describe("signing keys of the local cloud", () => {
  let assembly: LoadedAssembly;
  let dataDir: string;
  let KeyId: string;
  beforeAll(async () => {
    assembly = loadAssembly((await provide("assembly")).directory);
    KeyId = assembly.ofType("AWS::KMS::Key")[0]?.arn ?? "";
    dataDir = mkdtempSync(path.join(tmpdir(), "keys-"));
  });
  afterAll(() => rmSync(dataDir, { recursive: true }));

  const caller = (name: string) => {
    const found = assembly.ofType("AWS::Lambda::Function").find(({ ref }) => ref.endsWith(name));
    return { functionArn: found?.arn ?? "", roleArn: String(found?.properties.Role) };
  };
  const service = (kept?: string) =>
    createKeyService(
      assembly,
      createGuard(createAuthority(assembly), { now: () => 0 }, assembly.place.account),
      kept,
    );
  const ask = (operation: string, asked: object, name = "change-api", keys = service(dataDir)) =>
    keys(caller(name), operation, Buffer.from(JSON.stringify({ KeyId, ...asked }))) as Record<string, string>;

  test("sign what the public key verifies, the same each time and after a restart", () => {
    const { PublicKey = "", KeySpec } = ask("GetPublicKey", {});
    const [first, second] = [ask("Sign", how), ask("Sign", how)];
    expect(KeySpec).toBe("ECC_NIST_EDWARDS25519");
    expect(second).toEqual(first);
    const key = createPublicKey({ key: Buffer.from(PublicKey, "base64"), format: "der", type: "spki" });
    const signature = Buffer.from(first.Signature ?? "", "base64");
    expect(verify(null, Buffer.from(message, "base64"), key, signature)).toBe(true);
  });

  test("are files that only their owner reads, and without a folder other keys each time", () => {
    const file = path.join(dataDir, "keys", `${KeyId.split("/").at(-1)}.pem`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const [one, other] = [service(), service()].map((keys) => ask("GetPublicKey", {}, "change-api", keys));
    expect(one?.PublicKey).not.toBe(other?.PublicKey);
  });

  test.each(["change-timer", "change-consumer", "incident-api"])("are not for %s", (name) => {
    expect(() => ask("Sign", how, name)).toThrow("not authorized to perform: kms:Sign");
  });

  test.each([
    ["another algorithm", { ...how, SigningAlgorithm: "ECDSA_SHA_256" }, "ValidationException"],
    ["a digest", { ...how, MessageType: "DIGEST" }, "ValidationException"],
    ["nothing", { ...how, Message: "" }, "ValidationException"],
    ["4097 bytes", { ...how, Message: Buffer.alloc(4097).toString("base64") }, "ValidationException"],
    ["another key", { ...how, KeyId: "arn:aws:kms:us-east-1:000000000000:key/none" }, "NotFoundException"],
  ])("refuse %s", (_what, asked, type) => {
    expect(() => ask("Sign", asked)).toThrow(expect.objectContaining({ type }));
  });
});
