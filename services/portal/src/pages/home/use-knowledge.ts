import { useEffect, useRef, useState } from "react";
import { call } from "../../api/call.ts";
import type { ReplyOf } from "../../api/request.ts";
import { useRead } from "../../api/use-read.ts";

type Answer = ReplyOf<"POST /knowledge/search">;

const once = { everyMs: 0 };

/** As many as are shown of each kind, so that what there is most of does not hide the others. */
const share = { article: 5, known_error: 3, incident: 3 } as const;

/** What is found of a kind while somebody types. */
const useKind = (kind: keyof typeof share, text: string | undefined) =>
  useRead(
    "POST /knowledge/search",
    text === undefined ? undefined : { body: { text, kind, isTyping: true, limit: share[kind] } },
    once,
  );

/**
 * A search that found nothing while it was typed, asked as a whole once the person is done: with likely misspellings, and
 * so that the API learns what is missing. Asked once, whatever is drawn anew or looked at again.
 */
const useVainSearch = (text: string | undefined): Answer | undefined => {
  const asked = useRef(new Set<string>());
  const [found, setFound] = useState<{ readonly text: string; readonly answer: Answer }>();
  useEffect(() => {
    if (text === undefined || asked.current.has(text)) return;
    asked.current.add(text);
    call("POST /knowledge/search", { body: { text, limit: share.article } }).then(
      (answer) => setFound({ text, answer }),
      // Nothing is lost but a count: the person has been told already that nothing was found.
      () => asked.current.delete(text),
    );
  }, [text]);
  return found?.text === text ? found?.answer : undefined;
};

/** What is written about something, and past tickets, each kind with its share; `isDone`: the person types no more. */
export const useKnowledge = (text: string | undefined, isDone: boolean) => {
  const [articles, knownErrors, tickets] = [
    useKind("article", text),
    useKind("known_error", text),
    useKind("incident", text),
  ];
  const kinds = [articles, knownErrors, tickets];
  const isVain = kinds.every(({ value }) => value?.total === 0);
  const whole = useVainSearch(isVain && isDone ? text : undefined);
  const meant = kinds.map(({ value }) => value?.didYouMean);
  return {
    items: [...kinds.flatMap(({ value }) => value?.items ?? []), ...(whole?.items ?? [])],
    // A word that some kind knows is not misspelt.
    didYouMean: meant.every((each) => each !== undefined) ? meant[0] : undefined,
    isLoading: kinds.some(({ isLoading }) => isLoading),
    problem: kinds.find(({ problem }) => problem !== undefined)?.problem,
  };
};
