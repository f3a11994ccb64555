import Header from "@cloudscape-design/components/header";
import { useMe } from "../../session/me.ts";
import { homeTexts as texts } from "./texts.ts";

/** Where everybody begins. */
export const HomePage = () => {
  const me = useMe();
  return <Header variant="h1">{texts.greeting(me.name?.split(" ")[0] ?? me.id)}</Header>;
};
