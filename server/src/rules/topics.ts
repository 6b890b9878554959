import type { Topic } from "./rule.ts";
import { gaHover } from "./topics/ga-hover.ts";
import { kxChecklist } from "./topics/kx-checklist.ts";
import { kxContext } from "./topics/kx-context.ts";
import { mpprHover } from "./topics/mppr-hover.ts";

/** What is explained and never found, by id. */
export const topics: ReadonlyMap<string, Topic> = new Map(
  [gaHover, kxChecklist, kxContext, mpprHover].map((topic) => [topic.id, topic]),
);
