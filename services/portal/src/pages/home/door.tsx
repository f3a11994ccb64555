import { follow } from "../../shell/follow.ts";

type Props = {
  readonly href: string;
  readonly title: string;
  readonly lead: string;
  readonly note?: string;
};

/** A way to somewhere, as large as a thumb. */
export const Door = ({ href, title, lead, note }: Props) => (
  <li>
    <a
      className="door"
      href={href}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        follow({ detail: { href }, preventDefault: () => event.preventDefault() });
      }}
    >
      <b>{title}</b>
      <span>{lead}</span>
      {note !== undefined && <small>{note}</small>}
    </a>
  </li>
);
