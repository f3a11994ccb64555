import { nameOf, sizeText, typeOf } from "../../../services/portal/src/parts/files/file-words.ts";
import {
  changed,
  type Home,
  nextSending,
  type Sending,
  sendingsOf,
  without,
} from "../../../services/portal/src/parts/files/sending.ts";

const home = (id: string): Home => ({ path: "/incidents/{incidentId}", id });
const sending = (key: string, state: Sending["state"], of = home("INC1")): Sending => ({
  key,
  home: of,
  file: new File(["x"], key),
  name: key,
  internal: false,
  state,
  sent: 0,
});

describe("files on their way", () => {
  it("are sent one at a time, in the order in which they were chosen", () => {
    const all = [sending("a", "sending"), sending("b", "waiting"), sending("c", "waiting")];
    expect(nextSending(all)).toBeUndefined();
    expect(nextSending(without(all, "a"))?.key).toBe("b");
  });

  it("do not wait for one that failed", () => {
    const all = [sending("a", "failed"), sending("b", "waiting")];
    expect(nextSending(all)?.key).toBe("b");
    expect(nextSending(changed(all, "b", { state: "failed" }))).toBeUndefined();
  });

  it("are shown with the record that they are for", () => {
    const all = [sending("a", "waiting"), sending("b", "waiting", home("INC2"))];
    expect(sendingsOf(all, home("INC2")).map(({ key }) => key)).toEqual(["b"]);
    const order = { path: "/requests/{requestId}", id: "INC2" } as const;
    expect(sendingsOf(all, order)).toEqual([]);
  });

  it("change by themselves only", () => {
    const all = [sending("a", "waiting"), sending("b", "waiting")];
    expect(changed(all, "a", { state: "sending", sent: 0.5 })).toEqual([
      { ...all[0], state: "sending", sent: 0.5 },
      all[1],
    ]);
  });
});

describe("what people read of a file", () => {
  it.each([
    [0, "0 bytes"],
    [999, "999 bytes"],
    [1000, "1 kB"],
    [1_234_567, "1.23 MB"],
    [25_000_000, "25 MB"],
    [5_000_000_000, "5 GB"],
  ])("%d bytes are %s", (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });

  it("is the moment of a pasted picture, because browsers call all of them the same", () => {
    const pasted = { name: "image.png", type: "image/png" };
    expect(nameOf(pasted, new Date(2026, 2, 1, 9, 5, 7))).toBe("Screenshot 2026-03-01 09-05-07.png");
    expect(nameOf(pasted)).toBe("image.png");
    expect(nameOf({ name: "plan.pdf", type: "application/pdf" }, new Date())).toBe("plan.pdf");
  });

  it.each([
    ["", "application/octet-stream"],
    ["text/plain;charset=utf-8", "text/plain"],
    ["Image/PNG", "image/png"],
    ["nonsense", "application/octet-stream"],
  ])("type %j is sent as %s", (given, sent) => {
    expect(typeOf({ type: given })).toBe(sent);
  });
});
