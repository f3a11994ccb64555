import { plainWords } from "../../api/plain-words.ts";
import { ApiProblem } from "../../api/problem.ts";
import { sourceOf } from "../../api/reading.ts";
import { createStore } from "../../session/store.ts";
import { notify } from "../../shell/notices.ts";
import { parameterOf } from "../record/action.ts";
import type { ChosenFile } from "./file-words.ts";
import { sendFile } from "./send-file.ts";
import { changed, type Home, nextSending, type Sending, without } from "./sending.ts";
import { fileTexts as texts } from "./texts.ts";

/** Files on their way, of all records: they go on while one looks at another page. */
export const uploads = createStore<readonly Sending[]>([]);

const update = (key: string, changes: Partial<Sending>): void =>
  uploads.set(changed(uploads.get(), key, changes));

const reasonOf = (error: unknown): string => {
  if (!(error instanceof ApiProblem)) return texts.failed;
  const { violations = [] } = error.problem;
  return violations.length > 0 ? violations.map(({ message }) => `${message}.`).join(" ") : plainWords(error);
};

/** Whoever shows the record sees it with its new file at once. */
export const showRecord = ({ path, id }: Home, record: unknown): void =>
  sourceOf(`GET ${path}`, { params: { [parameterOf(path)]: id } }).put(record);

const work = async (): Promise<void> => {
  const next = nextSending(uploads.get());
  if (next === undefined) return;
  try {
    const record = await sendFile(next, (change) => update(next.key, change));
    uploads.set(without(uploads.get(), next.key));
    showRecord(next.home, record);
    notify("success", texts.added(next.name));
  } catch (error) {
    update(next.key, { state: "failed", problem: reasonOf(error) });
  }
  await work();
};

/** Begins to send files that somebody chose, dropped or pasted. */
export const beginUploads = (home: Home, chosen: readonly ChosenFile[], internal = false): void => {
  const begun = chosen.map(({ file, name }): Sending => {
    const plain = { key: crypto.randomUUID(), home, file, name, internal, sent: 0 };
    return file.size === 0
      ? { ...plain, state: "failed", problem: texts.empty_file }
      : { ...plain, state: "waiting" };
  });
  uploads.set([...uploads.get(), ...begun]);
  void work();
};

export const tryAgain = (key: string): void => {
  update(key, { state: "waiting", sent: 0, problem: undefined });
  void work();
};

export const forget = (key: string): void => uploads.set(without(uploads.get(), key));
