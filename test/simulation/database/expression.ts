import { compareValues, type Item, isSame, NotModelled, type Value } from "./item.ts";

/** What an expression may refer to. */
export type Names = {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Item;
};
/** The words of an expression, to be taken one after the other. */
export type Words = {
  readonly peek: () => string | undefined;
  readonly take: (expected?: string) => string;
  /** The attribute that a word names. */
  readonly path: () => string;
  /** A value that was given, or an attribute of the item. */
  readonly operand: () => (item: Item) => Value | undefined;
};
export type Condition = (item: Item) => boolean;

const word = /\s*(:\w+|#\w+|[A-Za-z_]\w*|<>|<=|>=|[=<>(),+-])/y;

const split = (text: string): string[] => {
  const words: string[] = [];
  word.lastIndex = 0;
  for (let at = 0; text.slice(at).trim() !== ""; at = word.lastIndex) {
    const found = word.exec(text)?.[1];
    if (found === undefined) throw new NotModelled(`the expression ${text}`);
    words.push(found);
  }
  return words;
};

export const wordsOf = (text: string, names: Names): Words => {
  const all = split(text);
  let at = 0;
  const take: Words["take"] = (expected) => {
    const next = all[at++];
    if (next === undefined || (expected !== undefined && next !== expected))
      throw new NotModelled(`the expression ${text}, at ${next}`);
    return next;
  };
  const given = <T>(of: Readonly<Record<string, T>> | undefined, name: string): T => {
    const value = of?.[name];
    if (value === undefined) throw new NotModelled(`${name} in ${text}`);
    return value;
  };
  const path = () => {
    const next = take();
    return next.startsWith("#") ? given(names.ExpressionAttributeNames, next) : next;
  };
  return {
    peek: () => all[at],
    take,
    path,
    operand: () => {
      if (!all[at]?.startsWith(":")) {
        const name = path();
        return (item) => item[name];
      }
      const value = given(names.ExpressionAttributeValues, take());
      return () => value;
    },
  };
};

type Compare = (a: Value, b: Value) => boolean;

const ordered =
  (holds: (order: number) => boolean): Compare =>
  (a, b) => {
    const order = compareValues(a, b);
    return order !== undefined && holds(order);
  };

const comparisons: Readonly<Record<string, Compare>> = {
  "=": isSame,
  "<": ordered((order) => order < 0),
  "<=": ordered((order) => order <= 0),
  ">": ordered((order) => order > 0),
  ">=": ordered((order) => order >= 0),
};

type Call = (words: Words) => Condition;

const functions: Readonly<Record<string, Call>> = {
  attribute_exists: (words) => {
    const name = words.path();
    return (item) => item[name] !== undefined;
  },
  attribute_not_exists: (words) => {
    const name = words.path();
    return (item) => item[name] === undefined;
  },
  begins_with: (words) => {
    const name = words.path();
    words.take(",");
    const start = words.operand();
    return (item) => {
      const [text, beginning] = [item[name]?.S, start(item)?.S];
      return typeof text === "string" && typeof beginning === "string" && text.startsWith(beginning);
    };
  },
};

const called = (words: Words, call: Call): Condition => {
  words.take();
  words.take("(");
  const condition = call(words);
  words.take(")");
  return condition;
};

const single = (words: Words): Condition => {
  const call = functions[words.peek() ?? ""];
  if (call !== undefined) return called(words, call);
  if (words.peek() === "(") {
    words.take("(");
    const inner = either(words);
    words.take(")");
    return inner;
  }
  const left = words.operand();
  const sign = words.take();
  const right = words.operand();
  const compare = comparisons[sign];
  if (compare === undefined) throw new NotModelled(`the comparison ${sign}`);
  return (item) => {
    const [a, b] = [left(item), right(item)];
    return a !== undefined && b !== undefined && compare(a, b);
  };
};

const joined =
  (by: string, part: (words: Words) => Condition, join: (a: boolean, b: () => boolean) => boolean) =>
  (words: Words): Condition => {
    let all = part(words);
    while (words.peek() === by) {
      words.take(by);
      const [before, next] = [all, part(words)];
      all = (item) => join(before(item), () => next(item));
    }
    return all;
  };

const both = joined("AND", single, (a, b) => a && b());
const either = joined("OR", both, (a, b) => a || b());

/** A condition as DynamoDB reads it, as far as the product's conditions go. */
export const conditionOf = (text: string | undefined, names: Names): Condition => {
  if (text === undefined) return () => true;
  const words = wordsOf(text, names);
  const condition = either(words);
  if (words.peek() !== undefined) throw new NotModelled(`the expression ${text}, at ${words.peek()}`);
  return condition;
};
