import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * Runs the flawed app as the CDK command line does; answers the exit code and what was said. CloudFormation
 * Validate runs where it is meant: it takes seconds to warm up.
 */
const synthesize = (
  fault: string,
  validate = "false",
): Promise<{ readonly code: number | null; readonly said: string }> =>
  new Promise((resolve) => {
    const directory = mkdtempSync(path.join(tmpdir(), "strict-"));
    const app = spawn("node_modules/.bin/tsx", ["test/infra/aws/fixture/flawed-app.ts", directory, fault], {
      env: { ...process.env, CDK_VALIDATION: validate, CDK_OUTDIR: path.join(directory, "out") },
    });
    let said = "";
    for (const stream of [app.stdout, app.stderr]) stream.on("data", (chunk) => (said += chunk));
    app.on("close", (code) => resolve({ code, said }));
  });

describe("the strict synthesis", () => {
  it("succeeds without a finding", async () => {
    expect(await synthesize("none")).toMatchObject({ code: 0 });
  });

  it.each([
    ["CloudFormation Validate", "validate", "true", /VisibilityTimeout/],
    ["cdk-nag", "nag", "false", /AwsSolutions-SQS2/],
    ["the house rules", "house rules", "false", /MessageRetentionPeriod/],
  ])("fails on a finding of %s", async (_, fault, validate, reason) => {
    const { code, said } = await synthesize(fault, validate);
    expect(said).toMatch(reason);
    expect(code).not.toBe(0);
  });
});
