import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { Rating } from "../../parts/rating/lazy-rating.tsx";
import { useMe } from "../../session/me.ts";
import { Doors } from "./doors.tsx";
import { Hits } from "./hits.tsx";
import { homeTexts as texts } from "./texts.ts";
import { useSearch } from "./use-search.ts";

/** Where everybody begins: one box for everything, and the ways from here. */
export const HomePage = () => {
  const me = useMe();
  const [text, setText] = useState("");
  const [left, setLeft] = useState("");
  const search = useSearch(text, left);
  return (
    <SpaceBetween size="l">
      <Header variant="h1">{texts.greeting(me.name?.split(" ")[0] ?? me.id)}</Header>
      <search>
        <Input
          type="search"
          value={text}
          ariaLabel={texts.search}
          placeholder={texts.placeholder}
          clearAriaLabel={texts.search}
          autoFocus
          onChange={({ detail }) => setText(detail.value)}
          onBlur={() => setLeft(text)}
          onKeyDown={({ detail }) => {
            if (detail.key === "Enter") setLeft(text);
          }}
        />
      </search>
      <Hits search={search} onSearch={setText} />
      <Doors />
      <Rating />
    </SpaceBetween>
  );
};
