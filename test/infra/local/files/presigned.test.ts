import { verifyPresigned } from "../../../../infra/local/files/presigned.ts";

/**
 * The example of AWS's own documentation ("Authenticating Requests: Using Query Parameters", Amazon S3 API
 * Reference): key, secret and signature are theirs.
 */
const query =
  "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";
const example = {
  method: "GET",
  path: "/test.txt",
  query: new URLSearchParams(query),
  headers: { host: "examplebucket.s3.amazonaws.com" },
};
const secretOf = (accessKey: string) =>
  accessKey === "AKIAIOSFODNN7EXAMPLE" ? "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" : undefined;
const at = { region: "us-east-1", now: Date.UTC(2013, 4, 24, 12) };

describe("a request with its permission in the query", () => {
  it("is signed by AWS's example as AWS says", () => {
    expect(verifyPresigned(example, secretOf, at)).toBe("AKIAIOSFODNN7EXAMPLE");
  });

  it.each([
    ["another method", { ...example, method: "PUT" }],
    ["another key", { ...example, path: "/test.text" }],
    ["another host", { ...example, headers: { host: "other.s3.amazonaws.com" } }],
  ])("is none for %s", (_, changed) => {
    expect(() => verifyPresigned(changed, secretOf, at)).toThrow("does not match");
  });

  it("is over after its time, and has not begun before it", () => {
    const day = 24 * 60 * 60_000;
    expect(() => verifyPresigned(example, secretOf, { ...at, now: at.now + day })).toThrow("expired");
    expect(() => verifyPresigned(example, secretOf, { ...at, now: at.now - day })).toThrow("not yet valid");
  });
});
