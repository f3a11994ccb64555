import { useState } from "react";
import { type Several, SeveralField } from "./several-field.tsx";
import { usePeople } from "./use-people.ts";

/** Several people, each found by the beginning of their name, or given by id. */
export const PeopleField = (field: Several) => {
  const [text, setText] = useState("");
  const found = usePeople(text);
  return <SeveralField {...field} {...found} onFind={setText} isAsked />;
};
