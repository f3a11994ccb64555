import fc from "fast-check";
import { cleanFileName, endingOf } from "../../../shared/attachments/file-name.ts";

describe("the name of a file", () => {
  it.each([
    ["error.png", "error.png"],
    ["C:\\Users\\eve\\error.png", "error.png"],
    ["../../etc/passwd", "passwd"],
    ["..", "file"],
    ["a\u0000b\r\n.txt", "ab.txt"],
    ["photo\u202Egnp.exe", "photognp.exe"],
    ["invoice.pdf.", "invoice.pdf"],
    ["con.txt", "_con.txt"],
    ['what "is"?.txt', "what _is__.txt"],
    ["Übersicht größe.xlsx", "Übersicht größe.xlsx"],
    ["日本語.png", "日本語.png"],
  ])("%j is kept as %j", (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  it("keeps its ending when it is too long", () => {
    expect(endingOf(cleanFileName(`${"x".repeat(250)}.png`))).toBe("png");
  });

  it("is safe whatever it was, and cleaning it again changes nothing", () => {
    const anything = fc.oneof(fc.string({ unit: "grapheme", maxLength: 255 }), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(anything, (given) => {
        const name = cleanFileName(given);
        expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}]|^[. ]|[. ]$|^$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect(name.isWellFormed()).toBe(true);
        expect(cleanFileName(name)).toBe(name);
      }),
    );
  });
});
