import fc from "fast-check";

/** A body that was valid until one thing in it was changed. */
export type Mutant = {
  /** What is sent; not always JSON. */
  readonly text: string;
  /** The changed place, as a violation names it. */
  readonly path: string;
};
type Json = Readonly<Record<string, unknown>>;

const deep = (levels: number, open: string, close: string) =>
  `${open.repeat(levels)}1${close.repeat(levels)}`;

/** Values as JSON text, so that what no JavaScript value can say is said, too. */
const nastyTexts: readonly string[] = [
  ...["null", "true", "-0", "0", "1.5", "-1", "9007199254740993", "1e308", "1e400", "-1e400", "5e-324"],
  ...["-9007199254740993", "2147483648", "4294967296", "1e-400", "1e125", "1e126", "1e-131", "1".repeat(400)],
  // What other parsers take for numbers, and this one must not.
  ...["01", "+1", "0x10", "1.", ".5", "NaN", "Infinity", "1_000", "1n"],
  ...["[]", "{}", '""', '" "', '[""]', "[[]]", "[null]", '{"":1}'],
  ...['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}', '{"toString":1}'],
  ...['{"length":1e9}', '{"then":1}', '{"toJSON":1}', '{"$gt":""}', '{"S":"x"}', '{"NULL":true}'],
  ...['"__proto__"', '"constructor"', '"toString"', '"\\u0000"', '"\\ud800"', '"\\udfff\\ud800"'],
  ...['"INC0000001#x"', '"\\u202ereversed"', '"\\ufeff"', '"\\u2028"', '"INC\\u0660\\u0660\\u0660\\u0660"'],
  JSON.stringify("x".repeat(60_000)),
  JSON.stringify("é".repeat(20_000)),
  JSON.stringify("\u{1f4a9}".repeat(9000)),
  JSON.stringify(Array.from({ length: 5000 }, () => "x")),
  JSON.stringify(Array.from({ length: 1000 }, () => ({ type: "related", target: "x" }))),
  deep(3000, "[", "]"),
  deep(3000, '{"a":', "}"),
];

const extraNames = [
  "__proto__",
  "constructor",
  "prototype",
  "hasOwnProperty",
  "id",
  "version",
  "pk",
  "sk",
  "",
];

const pairs = (body: Json): readonly string[] =>
  Object.entries(body).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
const object = (members: readonly string[]): string => `{${members.join(",")}}`;

const without = (body: Json, name: string): Json =>
  Object.fromEntries(Object.entries(body).filter(([other]) => other !== name));

/** Everything of one kind at one field, or beside all fields. */
export const mutantsOf = (bodies: readonly Json[], texts: readonly string[]): fc.Arbitrary<Mutant> => {
  const nasty = fc.oneof(
    fc.constantFrom(...nastyTexts),
    fc.json({ maxDepth: 3 }),
    fc.string({ unit: "binary", maxLength: 300 }).map((text) => JSON.stringify(text)),
    ...(texts.length > 0 ? [fc.constantFrom(...texts).map((text) => JSON.stringify(text))] : []),
  );
  const at = fc
    .constantFrom(...bodies)
    .chain((body) => fc.tuple(fc.constant(body), fc.constantFrom(...Object.keys(body), "also")));
  const changed = fc.tuple(at, nasty).map(([[body, name], value]) => ({
    path: `body.${name}`,
    text: object([...pairs(without(body, name)), `${JSON.stringify(name)}:${value}`]),
  }));
  const twice = fc.tuple(at, nasty, fc.boolean()).map(([[body, name], value, last]) => {
    const members = pairs(body);
    const again = `${JSON.stringify(name)}:${value}`;
    return { path: `body.${name}`, text: object(last ? [...members, again] : [again, ...members]) };
  });
  const added = fc.tuple(at, fc.constantFrom(...extraNames), nasty).map(([[body], name, value]) => ({
    path: `body.${name}`,
    text: object([...pairs(body), `${JSON.stringify(name)}:${value}`]),
  }));
  const missing = at.map(([body, name]) => ({
    path: `body.${name}`,
    text: JSON.stringify(without(body, name)),
  }));
  const cut = fc.tuple(at, fc.nat()).map(([[body], where]) => {
    const text = JSON.stringify(body);
    return { path: "body", text: text.slice(0, where % text.length) };
  });
  return fc.oneof(
    { arbitrary: changed, weight: 6 },
    { arbitrary: added, weight: 2 },
    { arbitrary: twice, weight: 2 },
    missing,
    cut,
  );
};
