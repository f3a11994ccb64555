import type { Answer, Answers, Condition, Scalar, Test } from "./form.ts";

export const answerOf = (answers: Answers, key: string): Answer | undefined =>
  Object.hasOwn(answers, key) ? answers[key] : undefined;

/** Nothing written and nothing chosen is no answer. */
export const isSet = (answer: Answer | undefined): answer is Answer =>
  answer !== undefined && answer !== "" && !(Array.isArray(answer) && answer.length === 0);

const isOneOf = (answer: Answer | undefined, wanted: readonly Scalar[]): boolean =>
  Array.isArray(answer)
    ? answer.some((each) => wanted.includes(each))
    : isSet(answer) && wanted.includes(answer);

const passes = (test: Test, answers: Answers): boolean => {
  const answer = answerOf(answers, test.field);
  const isNumber = typeof answer === "number";
  return (
    (test.is === undefined || isOneOf(answer, test.is)) &&
    (test.isNot === undefined || !isOneOf(answer, test.isNot)) &&
    (test.isSet === undefined || isSet(answer) === test.isSet) &&
    (test.atLeast === undefined || (isNumber && answer >= test.atLeast)) &&
    (test.atMost === undefined || (isNumber && answer <= test.atMost))
  );
};

/** Whether a condition holds for these answers; without one it does. */
export const holds = (condition: Condition | undefined, answers: Answers): boolean => {
  if (condition === undefined) return true;
  if ("all" in condition) return condition.all.every((test) => passes(test, answers));
  if ("any" in condition) return condition.any.some((test) => passes(test, answers));
  return passes(condition, answers);
};
