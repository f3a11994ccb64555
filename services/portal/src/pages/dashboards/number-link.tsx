import Link from "@cloudscape-design/components/link";
import { follow } from "../../shell/follow.ts";
import { dashboardTexts as texts } from "./texts.ts";

type Props = {
  readonly text: string;
  /** What the number counts, for who does not see where it stands. */
  readonly what: string;
  readonly href: string;
  readonly isLarge?: boolean;
};

/** A number that opens the records behind it. */
export const NumberLink = ({ text, what, href, isLarge = false }: Props) => (
  <Link
    href={href}
    onFollow={follow}
    ariaLabel={texts.behind(text, what)}
    {...(isLarge ? { fontSize: "heading-l" as const } : {})}
  >
    {text}
  </Link>
);
