import TopNavigation, { type TopNavigationProps } from "@cloudscape-design/components/top-navigation";
import { useMe } from "../session/me.ts";
import { signOut } from "../session/session.ts";
import { useStore } from "../session/store.ts";
import { shellTexts as texts } from "../texts/shell.ts";
import { type Appearance, appearance } from "./appearance.ts";
import { follow } from "./follow.ts";

const choices = <T extends string>(kind: string, names: Readonly<Record<T, string>>, chosen: T) =>
  Object.entries<string>(names).map(([id, text]) => ({
    itemType: "checkbox" as const,
    id: `${kind}:${id}`,
    text,
    checked: id === chosen,
  }));

const settings = (look: Appearance, onHelp: () => void): TopNavigationProps.MenuDropdownUtility => ({
  type: "menu-dropdown",
  iconName: "settings",
  ariaLabel: texts.settings,
  title: texts.settings,
  items: [
    { id: "theme", text: texts.theme, items: choices("theme", texts.themes, look.theme) },
    { id: "density", text: texts.density, items: choices("density", texts.densities, look.density) },
    { id: "shortcuts", text: texts.shortcuts },
  ],
  onItemClick: ({ detail: { id } }) => {
    const [kind = "", value = ""] = id.split(":");
    if (kind === "shortcuts") onHelp();
    else appearance.set({ ...look, [kind]: value });
  },
});

type Props = { readonly onHelp: () => void };

/** The bar over everything: the product, how it looks, and who is signed in. */
export const TopBar = ({ onHelp }: Props) => {
  const me = useMe();
  const look = useStore(appearance);
  return (
    <TopNavigation
      identity={{ href: "/", title: texts.product, onFollow: follow as never }}
      utilities={[
        settings(look, onHelp),
        {
          type: "menu-dropdown",
          iconName: "user-profile",
          text: me.name ?? me.id,
          ariaLabel: `${texts.you}: ${me.name ?? me.id}`,
          items: [{ id: "sign-out", text: texts.signOut }],
          onItemClick: () => void signOut(),
        },
      ]}
    />
  );
};
