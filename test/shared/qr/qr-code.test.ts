import { createHash } from "node:crypto";
import { qrModules, qrSvg } from "../../../shared/qr/qr-code.ts";

const rowsOf = (text: string): string =>
  qrModules(text)
    .map((row) => row.map((dark) => (dark ? "1" : "0")).join(""))
    .join("\n");
const digest = (text: string): string => createHash("sha256").update(rowsOf(text)).digest("hex").slice(0, 32);

/** What qrcode-generator 2.0.4 makes of these at level M, one per version. */
const others: readonly (readonly [string, number, string])[] = [
  ["AST0004711", 1, "84e2b96434c343f69fc7d8dae1aed6bc"],
  ["fL29".repeat(4).concat("fL2"), 2, "68765048ef0419814d8da7f9dc1c025c"],
  ["M3-g".repeat(6).concat("M3-"), 3, "0ff2c500d02ab3c94da2caf67bfeff4d"],
  ["cjT6".repeat(11), 4, "b9f645bbbce9bad735d0bd445d6e16e2"],
  ["4ahA".repeat(15).concat("4ah"), 5, "9b906b5bbe3274c17c79cb0229fffb41"],
  ["T6cj".repeat(21).concat("T6"), 6, "c2ec63d6d2cab4d0d62508859c452f05"],
  ["jT6c".repeat(26).concat("jT6"), 7, "768631e0f856b91c640f7a47a9f989d9"],
];

describe("a QR code", () => {
  test.each(others)(
    "of %s is, module by module, what another implementation makes of it",
    (text, version, is) => {
      expect(qrModules(text)).toHaveLength(17 + 4 * version);
      expect(digest(text)).toBe(is);
    },
  );

  test("holds 180 bytes, whatever they are, and refuses more", () => {
    expect(qrModules("é".repeat(90))).toHaveLength(53);
    expect(() => qrModules("x".repeat(181))).toThrow("too many");
  });

  test("is drawn dark on white with the quiet zone that readers need", () => {
    const svg = qrSvg("AST0004711");
    expect(svg).toContain('viewBox="0 0 29 29"');
    const dark = rowsOf("AST0004711").split("1").length - 1;
    expect(svg.split("h1v1h-1z")).toHaveLength(dark + 1);
    expect(svg).toContain("M4 4h1v1h-1z");
  });
});
