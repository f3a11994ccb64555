import { createStore } from "../session/store.ts";

/** Something the portal says about what was just done. */
export type Notice = {
  readonly id: string;
  readonly type: "success" | "info" | "warning" | "error";
  readonly text: string;
};

export const notices = createStore<readonly Notice[]>([]);

/** Read by then, or not wanted. Errors stay until they are dismissed. */
const shownMs = 6000;

export const dismiss = (id: string): void => notices.set(notices.get().filter((each) => each.id !== id));

/** Says something at the top of the page, and to screen readers, without moving the focus. */
export const notify = (type: Notice["type"], text: string): void => {
  const id = crypto.randomUUID();
  notices.set([...notices.get().slice(-3), { id, type, text }]);
  if (type === "success" || type === "info") setTimeout(() => dismiss(id), shownMs);
};
