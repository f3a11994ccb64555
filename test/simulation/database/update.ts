import { type Names, type Words, wordsOf } from "./expression.ts";
import { invalid } from "./failure.ts";
import { type Item, NotModelled, type Value } from "./item.ts";

type Change = { readonly name: string; readonly value: (item: Item) => Value | undefined };

const clauses: Readonly<Record<string, (words: Words) => Change>> = {
  SET: (words) => {
    const name = words.path();
    words.take("=");
    return { name, value: words.operand() };
  },
  ADD: (words) => {
    const name = words.path();
    const operand = words.operand();
    const value = (item: Item) => {
      const [before = { N: "0" }, more] = [item[name], operand(item)];
      if (before.N === undefined || more?.N === undefined)
        throw invalid("An operand in the update expression has an incorrect data type");
      return { N: String(Number(before.N) + Number(more.N)) };
    };
    return { name, value };
  },
  REMOVE: (words) => ({ name: words.path(), value: () => undefined }),
};

const changesOf = (text: string, names: Names): readonly Change[] => {
  const words = wordsOf(text, names);
  const changes: Change[] = [];
  while (words.peek() !== undefined) {
    const clause = words.take();
    const read = clauses[clause];
    if (read === undefined) throw new NotModelled(`the update expression ${text}, at ${clause}`);
    changes.push(read(words));
    while (words.peek() === ",") {
      words.take(",");
      changes.push(read(words));
    }
  }
  return changes;
};

/** An item after an update expression, and the attributes that it names; all of it sees the item as it was. */
export const updated = (
  before: Item,
  text: string,
  names: Names,
): { readonly item: Item; readonly changed: readonly string[] } => {
  const changes = changesOf(text, names);
  const values = changes.map(({ name, value }) => [name, value(before)] as const);
  const item = Object.fromEntries(
    Object.entries({ ...before, ...Object.fromEntries(values) }).filter(([, value]) => value !== undefined),
  ) as Item;
  return { item, changed: changes.map(({ name }) => name) };
};
