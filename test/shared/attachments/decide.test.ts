import {
  attachmentIdOf,
  type FileFacts,
  type WithAttachments,
  withoutInternalFiles,
} from "../../../shared/attachments/attachment.ts";
import { attach, detach, judge, mustBeHandedOut } from "../../../shared/attachments/decide.ts";
import { FileRules, servedType } from "../../../shared/attachments/file-rules.ts";
import { picture, record, rules } from "./given.ts";

const now = "2026-03-01T09:00:00.000Z";

const adding = (to: WithAttachments, facts: FileFacts = picture) => ({
  actorId: "eve",
  now,
  rules,
  attachmentId: attachmentIdOf(facts, to),
  stored: { size: facts.size, type: facts.type, sha256: facts.sha256 },
});
const withFile = (facts: FileFacts = picture, to = record()): WithAttachments => ({
  ...to,
  ...attach(to, facts, adding(to, facts))?.changes,
});
const idIn = ({ attachments = [] }: WithAttachments): string => attachments.at(-1)?.id ?? "";
const byEve = { actorId: "eve", worksOn: false, seesInside: false };

describe("a file that is attached", () => {
  it("is in the record with who, when, and what it is", () => {
    expect(withFile().attachments).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        name: "error.png",
        size: 1200,
        type: "image/png",
        sha256: picture.sha256,
        addedBy: "eve",
        addedAt: now,
      },
    ]);
  });

  it.each([
    ["are not there", undefined],
    ["are fewer", { ...picture, size: 1199 }],
    ["are others", { ...picture, sha256: "cd".repeat(32) }],
    ["are said to be of another type", { ...picture, type: "text/html" }],
  ])("is refused when its bytes %s", (_, stored) => {
    expect(() => attach(record(), picture, { ...adding(record()), stored })).toThrow(
      "A rule does not allow this",
    );
  });

  it("is there once, however often it is added", () => {
    const once = withFile();
    expect(attach(once, { ...picture, name: "again.png" }, adding(once))).toBeUndefined();
  });

  it("is another one as an internal file: knowing what is in it does not open it", () => {
    const internal = { ...picture, internal: true };
    expect(attachmentIdOf(internal, record())).not.toBe(attachmentIdOf(picture, record()));
  });

  it.each([
    ["too large", { size: 25_000_001 }, "At most 25 MB"],
    ["something that a double click runs", { name: "error.png.EXE" }, "end in .exe"],
    ["that only looks like a picture", { name: "error\u202Egnp.scr" }, "end in .scr"],
    ["of a type that is not taken", { type: "application/x-msdownload" }, "are not taken"],
  ])("is refused when it is %s", (_, wrong, reason) => {
    const facts = { ...picture, ...wrong };
    expect(() => attach(record(), facts, adding(record(), facts))).toThrow(
      expect.objectContaining({
        violations: [{ path: expect.any(String), message: expect.stringContaining(reason) }],
      }),
    );
  });

  it("is of the types that the installation takes, where it names some", () => {
    const only = FileRules.parse({ allowedTypes: ["image/*"] });
    const text = { ...picture, name: "a.txt", type: "text/plain" };
    expect(attach(record(), picture, { ...adding(record()), rules: only })).toBeDefined();
    expect(() => attach(record(), text, { ...adding(record(), text), rules: only })).toThrow();
  });

  it("is refused when there are as many as a record takes", () => {
    const full = withFile();
    const other = { ...picture, sha256: "cd".repeat(32) };
    const one = FileRules.parse({ mostPerRecord: 1 });
    expect(() => attach(full, other, { ...adding(full, other), rules: one })).toThrow();
  });
});

describe("a file that is removed", () => {
  it("goes by who added it, and by who works on the record, and by nobody else", () => {
    const before = withFile();
    expect(detach(before, idIn(before), byEve).changes.attachments).toEqual([]);
    expect(
      detach(before, idIn(before), { actorId: "ann", worksOn: true, seesInside: true }).changes.attachments,
    ).toEqual([]);
    expect(() => detach(before, idIn(before), { ...byEve, actorId: "emil" })).toThrow("Only who added it");
  });

  it("does not exist for those who do not see it", () => {
    const before = withFile({ ...picture, internal: true });
    expect(() => detach(before, idIn(before), byEve)).toThrow("Not found");
  });

  it("gets another id when it comes back, so that what removes its bytes late does not meet it", () => {
    const first = withFile();
    const gone = { ...first, ...detach(first, idIn(first), byEve).changes };
    const again = withFile(picture, gone);
    expect(idIn(again)).toMatch(/^[0-9a-f]{32}$/);
    expect(idIn(again)).not.toBe(idIn(first));
    const stale = { ...adding(first), attachmentId: idIn(first) };
    expect(() => attach(gone, picture, stale)).toThrow();
  });
});

describe("a file that a scanner looks at", () => {
  const scanning = FileRules.parse({ scan: true });
  const before: WithAttachments = {
    ...record(),
    ...attach(record(), picture, { ...adding(record()), rules: scanning })?.changes,
  };
  const file = (of: WithAttachments) => of.attachments?.[0] ?? (undefined as never);
  const judged = (check: "clean" | "refused", of = before): WithAttachments => ({
    ...of,
    ...judge(of, idIn(of), check)?.changes,
  });

  it("is handed out once it is clean, and not before", () => {
    expect(() => mustBeHandedOut(file(before))).toThrow("being checked");
    expect(() => mustBeHandedOut(file(judged("clean")))).not.toThrow();
    expect(() => mustBeHandedOut(file(judged("refused")))).toThrow("refused");
  });

  it("stays refused once it was, also when another answer comes late", () => {
    const refused = judged("refused");
    expect(judge(refused, idIn(refused), "clean")).toBeUndefined();
    expect(judge(judged("clean"), idIn(before), "refused")).toBeDefined();
  });

  it("is not told of twice, nor once it is gone", () => {
    expect(judge(judged("clean"), idIn(before), "clean")).toBeUndefined();
    expect(judge(record(), idIn(before), "clean")).toBeUndefined();
  });
});

test("who does not see the inside of a record does not see its internal files", () => {
  const both = withFile({ ...picture, internal: true }, withFile());
  expect(withoutInternalFiles(both).attachments).toHaveLength(1);
  expect(withoutInternalFiles(record())).toEqual(record());
});

test.each([
  "text/html",
  "image/svg+xml",
  "application/xhtml+xml",
  "text/javascript",
  "application/x-made-up",
])("%s is handed out as bytes that no browser runs", (type) => {
  expect(servedType(type)).toBe("application/octet-stream");
});
