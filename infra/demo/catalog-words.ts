/** The words that the demo's catalog is written in. */
export const euro = (euros: number) => ({ amount: euros * 100, currency: "EUR" });

export const section = (...fields: readonly object[]) => ({
  sections: [{ key: "about", title: "What do you need?", fields }],
});
export const text = (key: string, label: string, more: object = {}) => ({
  key,
  label,
  type: "text",
  ...more,
});
export const choice = (
  key: string,
  label: string,
  choices: readonly (readonly [string, string, number?])[],
  more = {},
) => ({
  key,
  label,
  type: "choice",
  choices: choices.map(([value, words, price]) => ({
    value,
    label: words,
    ...(price === undefined ? {} : { price: price * 100 }),
  })),
  ...more,
});
export const date = (key: string, label: string) => ({ key, label, type: "date" });

export const manager = {
  name: "Manager",
  approvers: [{ kind: "manager" }],
  remindHours: 24,
  expiresHours: 336,
};
export const cost = {
  name: "Asset manager",
  approvers: [{ kind: "role", id: "asset-manager" }],
  remindHours: 24,
  when: { costAtLeast: 200_000 },
};
export const owner = {
  name: "Owner of the application",
  approvers: [{ kind: "owner", of: "item" }],
  remindHours: 24,
};
export const manual = (key: string, title: string, more: object = {}) => ({
  kind: "manual",
  key,
  title,
  ...more,
});

/** What an item of the demo's catalog is made of: ids of what is there already. */
export type Known = {
  readonly categories: Readonly<Record<"hardware" | "software" | "access" | "people", string>>;
  readonly laptop: string;
  readonly screen: string;
  readonly office: string;
};
