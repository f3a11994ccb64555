import { spokenWords, stemOf } from "../../../shared/search/words.ts";

describe("words of a text", () => {
  test.each([
    ["KubePodCrashLooping", ["kubepodcrashlooping", "kube", "pod", "crash", "looping"]],
    ["db-1.example.com", ["db1examplecom", "db", "1", "example", "com"]],
    ["error 0x8007", ["error", "0x8007", "0", "x", "8007"]],
    ["HTTPServer", ["httpserver", "http", "server"]],
    ["Café's menu, naïve!", ["cafe", "menu", "naive"]],
    ["user@example.com", ["userexamplecom", "user", "example", "com"]],
    ["don’t", ["don"]],
    ["ﬁle №5", ["file", "no5", "no", "5"]],
    ["…  — !", []],
  ])("%s", (text, words) => expect(spokenWords(text)).toEqual(words));

  test.each([
    ["restarting", "restarts"],
    ["configuration", "configurations"],
    ["failed", "failing"],
  ])("%s and %s are looked up alike", (one, other) => expect(stemOf(one)).toBe(stemOf(other)));

  test("codes are not stemmed", () => expect(stemOf("e1000s")).toBe("e1000s"));

  test("what is far too long for a word is left out, its parts too", () => {
    expect(spokenWords("x".repeat(1000))).toEqual([]);
  });
});
