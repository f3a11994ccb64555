import { Refusal, type RefusalCode, refusalCodes } from "../../../shared/domain/refusal.ts";
import { defectReply, Problem, refusalReply } from "../../../shared/http/problem.ts";

const codes = Object.keys(refusalCodes) as RefusalCode[];
const read = (reply: { readonly body?: string | undefined }) => Problem.parse(JSON.parse(reply.body ?? ""));

describe("a refusal", () => {
  test.each(codes)("%s becomes problem+json with its status, title and code", (code) => {
    const reply = refusalReply(new Refusal(code), "c-1");
    const { status, title } = refusalCodes[code];
    expect(reply.statusCode).toBe(status);
    expect(reply.headers["content-type"]).toBe("application/problem+json");
    expect(read(reply)).toEqual({
      type: `urn:steward:refusal:${code}`,
      title,
      status,
      code,
      correlationId: "c-1",
    });
  });

  test("says in detail what is special about it, and which parts of the input are wrong", () => {
    const violations = [{ path: "body.title", message: "Too long" }];
    const problem = read(refusalReply(new Refusal("invalid_input", "Look again", violations), "c-1"));
    expect(problem).toMatchObject({ detail: "Look again", violations });
  });

  test("that passes by itself says when to come back, and no other does", () => {
    const patient = codes.filter(
      (code) => refusalReply(new Refusal(code), "c")?.headers["retry-after"] === "1",
    );
    expect(patient).toEqual(["write_conflict", "too_many_requests", "unavailable"]);
  });
});

test("a defect gives a number to quote and nothing of the inside", () => {
  const reply = defectReply("c-2");
  expect(reply.statusCode).toBe(500);
  expect(read(reply)).toEqual({
    type: "urn:steward:defect",
    title: "Something went wrong on our side",
    status: 500,
    code: "internal_error",
    correlationId: "c-2",
  });
});
