import { useRead } from "../../api/use-read.ts";
import { follow } from "../../shell/follow.ts";
import { countText, type Queue } from "./queues.ts";
import { incidentTexts } from "./texts.ts";

type Props = { readonly queues: readonly Queue[]; readonly current: string };

/** Between two counts of queues that are not open. */
const everyMs = 30_000;

const Tab = ({ queue, isCurrent }: { readonly queue: Queue; readonly isCurrent: boolean }) => {
  const { query, counted, isEndless = false } = queue;
  // The list that is open is read anyway; of the others only those that are short.
  const isListed = !isEndless && (isCurrent || counted === undefined);
  const listed = useRead("GET /incidents", isListed ? { query } : undefined, { everyMs });
  const sums = useRead("GET /reports/incidents/open-work", counted && { query: counted }, { everyMs });
  const count = isEndless ? "" : countText(isListed ? listed.value : undefined, sums.value);
  const href = `/queues/${queue.key}`;
  return (
    <li>
      <a
        href={href}
        aria-current={isCurrent ? "page" : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          follow({ detail: { href }, preventDefault: () => event.preventDefault() });
        }}
      >
        {queue.text} <span className="count">{count}</span>
      </a>
    </li>
  );
};

/** The person's queues with how much waits in each. */
export const QueueTabs = ({ queues, current }: Props) => (
  <nav aria-label={incidentTexts.queues}>
    <ul className="queue-tabs">
      {queues.map((queue) => (
        <Tab key={queue.key} queue={queue} isCurrent={queue.key === current} />
      ))}
    </ul>
  </nav>
);
