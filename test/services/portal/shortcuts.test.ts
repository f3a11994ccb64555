import { pressedShortcut } from "../../../services/portal/src/shell/pressed-shortcut.ts";

const offered = ["/", "j", "g u", "u"].map((keys) => ({ keys, meaning: keys, run: () => undefined }));
const pressed = (before: string | undefined, key: string) => pressedShortcut(offered, before, key)?.keys;

describe("a key", () => {
  it("does what it means also right after another key that means nothing with it", () => {
    expect(pressed("Enter", "/")).toBe("/");
    expect(pressed("Tab", "j")).toBe("j");
    expect(pressed("j", "j")).toBe("j");
  });

  it("that ends two in a row does what both mean, not what it means alone", () => {
    expect(pressed("g", "u")).toBe("g u");
    expect(pressed(undefined, "u")).toBe("u");
  });

  it("that means nothing does nothing", () => {
    expect(pressed("g", "x")).toBeUndefined();
  });
});
