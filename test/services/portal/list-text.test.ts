import * as fc from "fast-check";
import { shownText, textOfValues, valuesIn } from "../../../services/portal/src/parts/form/list-text.ts";

/** What the field shows after each key, as the page keeps only the values. */
const typedInto = (keys: string, of: "ids" | "words"): string => {
  let text = "";
  for (const key of keys) text = shownText(text + key, valuesIn(text + key, of), of);
  return text;
};

describe("several values typed in one line", () => {
  it("stay as they are typed, key by key: blanks in words and between ids are not lost", () => {
    expect(typedInto("vpn client, remote", "words")).toBe("vpn client, remote");
    expect(valuesIn("vpn client, remote", "words")).toEqual(["vpn client", "remote"]);
    expect(typedInto("CI0000001 CI0000002", "ids")).toBe("CI0000001 CI0000002");
    expect(valuesIn("CI0000001 CI0000002", "ids")).toEqual(["CI0000001", "CI0000002"]);
  });

  it("stay as they are typed whatever is typed", () => {
    fc.assert(fc.property(fc.string(), (keys) => expect(typedInto(keys, "words")).toBe(keys)));
  });

  it("are read again as they were written, also where a word has blanks", () => {
    expect(valuesIn(textOfValues(["vpn client", "wlan"]), "words")).toEqual(["vpn client", "wlan"]);
  });

  it("show what was set elsewhere in place of what was typed", () => {
    expect(shownText("old", ["new", "newer"], "ids")).toBe("new, newer");
  });
});
