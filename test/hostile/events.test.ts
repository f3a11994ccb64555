import { services } from "../../services/index.ts";
import { type Bed, startBed } from "../bed/start-bed.ts";
import { type Planted, plantAll, textsOf } from "./support/planted.ts";
import { publishedDetails } from "./support/published.ts";

/** Services that are told of what happens elsewhere, and so may keep something of it. */
const told = services.filter(({ subscriptions, events }) =>
  subscriptions.some(({ event }) => !events.some(({ source }) => source === event.source)),
);

describe("what other services are told of an incident", () => {
  let bed: Bed;
  let planted: readonly Planted[];
  let published: readonly string[];
  const about = ({ id }: Planted) => published.filter((detail) => detail.includes(`"subject":"${id}"`));

  /** A whole life, with a text in every command that takes one. */
  const live = async ({ id, words }: Planted): Promise<void> => {
    const ann = bed.as("ann");
    const steps = [
      await ann.post(`/incidents/${id}/resolve`, { code: "solved", text: `resolution ${words}` }),
      await ann.post(`/incidents/${id}/reopen`, { reason: `reason ${words}` }),
      await ann.post(`/incidents/${id}/cancel`, { reason: `cancellation ${words}` }),
    ];
    expect(steps.map(({ status }) => status)).toEqual([200, 200, 200]);
  };

  beforeAll(async () => {
    bed = await startBed();
    planted = await plantAll(bed);
    for (const each of planted) if (each.standing("ann").inside) await live(each);
    await bed.drain({ timeoutMs: 120_000 });
    published = await publishedDetails(bed);
  });
  afterAll(() => bed.stop());

  test("has no internal note in it, and no text at all where it is restricted", () => {
    for (const each of planted) {
      const all = about(each).join("\n");
      expect({ what: each.what, told: textsOf(each).kept.filter((text) => all.includes(text)) }).toEqual({
        what: each.what,
        told: [],
      });
    }
    expect(planted.every((each) => about(each).length > 1)).toBe(true);
  });

  test("has the texts of others in it, so that the search is known to find them", () => {
    const open = planted.filter((each) => textsOf(each).published.length > 0);
    for (const each of open)
      expect(textsOf(each).published.filter((text) => !about(each).join("\n").includes(text))).toEqual([]);
    expect(open.length).toBeGreaterThan(2);
  });

  test("is all that they keep: nothing of what was not told lies in any other table", async () => {
    const stored = await bed.stored();
    const texts = planted.flatMap((each) => textsOf(each).kept);
    const elsewhere = [...stored].filter(([table]) => table !== "steward-incident");
    const kept = elsewhere.flatMap(([table, items]) => {
      const text = JSON.stringify(items);
      return texts.filter((each) => text.includes(each)).map((each) => `${table}: ${each}`);
    });
    expect(kept).toEqual([]);
    expect(told.length).toBeGreaterThan(0);
    expect(elsewhere.map(([table]) => table)).toEqual(expect.arrayContaining(["steward-problem"]));
  });

  test("passes no word of a restricted parent on to its children", async () => {
    const [ann, secret] = [bed.as("ann"), "word-of-the-restricted-parent"];
    const parent = (await ann.post("/incidents", { title: secret, restricted: true, teamId: "desk" })).body
      .id;
    const child = (await ann.post("/incidents", { title: "Child", parentId: parent, callerId: "eve" })).body
      .id;
    await bed.drain();
    const post = (rest: string, body: object) => ann.post(`/incidents/${parent}/${rest}`, body);
    await post("comments", { text: secret });
    await post("notes", { text: secret });
    await post("resolve", { code: "solved", text: secret });
    await bed.drain();
    expect((await ann.get(`/incidents/${child}`)).body.state).toBe("resolved");
    await post("reopen", { reason: secret });
    await bed.drain();
    for (const path of [`/incidents/${child}`, `/incidents/${child}/history?limit=100`]) {
      const answer = await ann.get(path);
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).not.toContain(secret);
    }
    expect((await publishedDetails(bed)).join("\n")).not.toContain(secret);
  });
});
