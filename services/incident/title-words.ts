import { isFiller, spokenWords, stemOf } from "../../shared/search/words.ts";

/** Shorter ones join sentences. */
const shortest = 3;

/** The stems of a text's telling words, as search looks them up, each once and in order. */
export const stemsOf = (text: string): readonly string[] => {
  const told = spokenWords(text).filter((word) => word.length >= shortest && !isFiller(word));
  return [...new Set(told.map(stemOf))];
};

/** An incident is found by so many words of its title; what comes behind in long ones changes little. */
const most = 10;

export const titleWords = (title: string): readonly string[] => stemsOf(title).slice(0, most);
