import { lazily } from "../parts/lazily.tsx";
import { useStore } from "../session/store.ts";
import type { NoticeListProps } from "./notice-list.tsx";
import { notices } from "./notices.ts";

const NoticeList = lazily<NoticeListProps>(async () => (await import("./notice-list.tsx")).NoticeList);

/** What the portal has to say, above the page. */
export const NoticeBar = () => {
  const shown = useStore(notices);
  return shown.length === 0 ? null : (
    <div className="notices">
      <NoticeList shown={shown} />
    </div>
  );
};
