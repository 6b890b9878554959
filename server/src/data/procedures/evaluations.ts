import type { Procedure } from "../../model/tables.ts";
import { since, until } from "../dated.ts";
import { verified } from "../source.ts";
import { codeSet, family, perService, statusByFeeSchedule, therapyList } from "./family.ts";

const lock = verified("CMS Change Requests 9933 and 10176");

const physical = family({
  disposition: "always",
  usualDisciplines: ["PT"],
  category: "evaluation",
  timing: perService,
  exists: since("2017-01-01"),
  medicareStatus: "A",
  isReduced: true,
  locked: { modifier: "GP", from: "2017-07-03" },
  source: lock,
});

const occupational = family({
  disposition: "always",
  usualDisciplines: ["OT"],
  category: "evaluation",
  timing: perService,
  exists: since("2017-01-01"),
  medicareStatus: "A",
  isReduced: true,
  locked: { modifier: "GO", from: "2017-07-03" },
  source: lock,
});

const former = family({
  disposition: "always",
  usualDisciplines: ["PT"],
  category: "evaluation",
  timing: perService,
  exists: until("2016-12-31"),
  source: therapyList("high"),
  note: "Ended before Medicare's edits tied the code to its discipline.",
});

const athletic = family({
  disposition: "not-therapy",
  usualDisciplines: [],
  category: "evaluation",
  timing: perService,
  exists: since("2017-01-01"),
  medicareStatus: "N",
  source: statusByFeeSchedule,
  note: "No Medicare benefit.",
});

const formerAthletic = { exists: until("2016-12-31"), medicareStatus: null, source: codeSet("high") } as const;

/** Evaluations and re-evaluations by PT and OT, and the athletic trainers' that Medicare does not know. */
export const evaluations: readonly Procedure[] = [
  former("97001", "PT evaluation until 2016", { replacedBy: ["97161", "97162", "97163"] }),
  former("97002", "PT re-evaluation until 2016", { category: "re-evaluation", replacedBy: ["97164"] }),
  former("97003", "OT evaluation until 2016", { usualDisciplines: ["OT"], replacedBy: ["97165", "97166", "97167"] }),
  former("97004", "OT re-evaluation until 2016", {
    usualDisciplines: ["OT"],
    category: "re-evaluation",
    replacedBy: ["97168"],
  }),
  physical("97161", "PT evaluation, low complexity", { replaces: ["97001"] }),
  physical("97162", "PT evaluation, moderate complexity", { replaces: ["97001"] }),
  physical("97163", "PT evaluation, high complexity", { replaces: ["97001"] }),
  physical("97164", "PT re-evaluation", { category: "re-evaluation", replaces: ["97002"] }),
  occupational("97165", "OT evaluation, low complexity", { replaces: ["97003"] }),
  occupational("97166", "OT evaluation, moderate complexity", { replaces: ["97003"] }),
  occupational("97167", "OT evaluation, high complexity", { replaces: ["97003"] }),
  occupational("97168", "OT re-evaluation", { category: "re-evaluation", replaces: ["97004"] }),
  athletic("97005", "Athletic training evaluation until 2016", {
    ...formerAthletic,
    replacedBy: ["97169", "97170", "97171"],
  }),
  athletic("97006", "Athletic training re-evaluation until 2016", {
    ...formerAthletic,
    category: "re-evaluation",
    replacedBy: ["97172"],
  }),
  athletic("97169", "Athletic training evaluation, low complexity", { replaces: ["97005"] }),
  athletic("97170", "Athletic training evaluation, moderate complexity", { replaces: ["97005"] }),
  athletic("97171", "Athletic training evaluation, high complexity", { replaces: ["97005"] }),
  athletic("97172", "Athletic training re-evaluation", { category: "re-evaluation", replaces: ["97006"] }),
];
