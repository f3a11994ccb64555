import { draftArticle } from "../../../services/knowledge/decisions/write.ts";
import { defaultSettings } from "../../../services/knowledge/settings.ts";
import { articlePublished } from "../../../services/knowledge/subscriptions/article-published.ts";
import type { Task } from "../../../services/knowledge/task.ts";
import { author, content, on } from "./given.ts";
import { type SearchWorld, startSearch } from "./search-world.ts";

describe("what is published, and other languages", () => {
  let world: SearchWorld;
  beforeEach(async () => {
    world = await startSearch();
  });
  afterEach(() => world.stop());

  const hear = async (subject: string, languages: readonly string[] = []): Promise<void> => {
    const settings = async () => ({ ...defaultSettings, languages: [...languages] });
    await articlePublished.handle({ meta: { subject } as never, data: {} as never }, {
      ...world.self(),
      settings,
    } as never);
  };
  const publish = async (id: string, languages?: readonly string[]): Promise<void> => {
    await world.release(id);
    await hear(id, languages);
  };
  const again = async (id: string, more: object, languages?: readonly string[]): Promise<void> => {
    await world.edit(id, { title: "VPN error 809, again", ...more });
    await publish(id, languages);
  };
  const original = async (languages?: readonly string[]): Promise<string> => {
    const id = await world.write({});
    await publish(id, languages);
    return id;
  };
  const translated = async (translationOf: string): Promise<string> => {
    const fields = content({ title: "VPN-Fehler 809", language: "de" });
    const { id } = await world
      .as(author)
      .articles.create((newId) =>
        draftArticle(newId, fields, { ownerId: "tina", translationOf }, on(author)),
      );
    return id;
  };
  const open = async (): Promise<readonly Task[]> =>
    world.self().tasks.few({ index: "tasksByState", partition: "open" }, 10);

  it("asks for each language that is missing, once, of who looks after the article", async () => {
    const id = await original(["de", "en", "fr"]);
    await hear(id, ["de", "en", "fr"]);
    const tasks = await open();
    expect(tasks.map(({ language }) => language).toSorted()).toEqual(["de", "fr"]);
    expect(tasks[0]).toMatchObject({ kind: "improve", articleId: id, ownerId: "author" });
  });

  it("asks who looks after a translation to bring it up to what was published anew, until that is published", async () => {
    const id = await original();
    const german = await translated(id);
    await publish(german);
    expect(await open()).toEqual([]);
    await again(id, {});
    expect(await open()).toMatchObject([{ articleId: id, language: "de", ownerId: "tina" }]);
    await again(id, { body: "Open UDP ports 500 and 4500." });
    expect(await open()).toHaveLength(1);
    await again(german, { language: "de" });
    expect(await open()).toEqual([]);
    const { tasks } = world.self();
    const done = await tasks.few({ index: "tasksByState", partition: "done" }, 10);
    expect(await tasks.some(done.map((task) => task.id))).toMatchObject([
      { language: "de", outcome: `${german} was published as version 2.` },
    ]);
  });

  it("asks for nothing by old news, and nothing of a translation that was retired", async () => {
    const id = await original();
    const german = await translated(id);
    await publish(german);
    await hear(id);
    expect(await open()).toEqual([]);
    await world.withdraw(german);
    await again(id, {}, ["de"]);
    expect(await open()).toEqual([]);
  });
});
