import type { Payer } from "../../model/tables.ts";
import { always, between, since } from "../dated.ts";
import { verified } from "../source.ts";
import { answer } from "./answers.ts";

const assistantSurvey = verified("Published lists of payers that ask for CQ and CO");
const assistantStart =
  "When it began to ask for CQ and CO is not established; the table begins with Medicare's reduced payment of 2022.";

const unitedHealthcare: Payer = {
  id: "unitedhealthcare",
  name: "UnitedHealthcare (commercial)",
  aliases: ["unitedhealthcare", "united healthcare", "united health care", "uhc", "87726"],
  filingIndicators: [],
  answers: {
    "plan-modifiers": [
      answer(
        between("2019-09-01", "2020-03-31"),
        "required",
        verified("American Occupational Therapy Association, 2019: always-therapy codes at UnitedHealthcare"),
      ),
      answer(since("2020-04-01"), "required", verified("UnitedHealthcare policy on therapy modifiers, 2020")),
    ],
    "assistant-modifiers": [answer(since("2022-01-01"), "required", assistantSurvey)],
    kx: [],
    abn: [
      answer(always, "optional", verified("UnitedHealthcare, 2022 and 2025: GA after an integrated denial notice")),
    ],
  },
  unitCounting: "rule-of-eights",
  note: `It asks for GA after its own denial notice. ${assistantStart}`,
};

const humana: Payer = {
  id: "humana",
  name: "Humana (commercial)",
  aliases: ["humana", "61101"],
  filingIndicators: [],
  answers: {
    "plan-modifiers": [],
    "assistant-modifiers": [answer(since("2022-01-01"), "required", assistantSurvey)],
    kx: [],
    abn: [],
  },
  unitCounting: "rule-of-eights",
  note: `It pays 15 percent less for an assistant. ${assistantStart}`,
};

const horizon: Payer = {
  id: "horizon-bcbsnj",
  name: "Horizon Blue Cross Blue Shield of New Jersey",
  aliases: ["horizon bcbsnj", "horizon bcbs", "horizon blue cross", "bcbs of new jersey", "bcbsnj", "22099"],
  filingIndicators: [],
  answers: {
    "plan-modifiers": [],
    "assistant-modifiers": [
      answer(
        since("2022-06-27"),
        "required",
        verified("Horizon Blue Cross Blue Shield of New Jersey notice on assistants' services, 2022"),
      ),
    ],
    kx: [],
    abn: [],
  },
  unitCounting: "rule-of-eights",
  note: "It pays 85 percent with CQ or CO.",
};

const blueCross: Payer = {
  id: "bcbs",
  name: "Blue Cross Blue Shield",
  aliases: ["bcbs", "blue cross", "blue shield", "blue cross blue shield", "anthem"],
  filingIndicators: [],
  answers: { "plan-modifiers": [], "assistant-modifiers": [], kx: [], abn: [] },
  unitCounting: "rule-of-eights",
  note: null,
};

const aetna: Payer = {
  id: "aetna",
  name: "Aetna (commercial)",
  aliases: ["aetna", "60054"],
  filingIndicators: [],
  answers: { "plan-modifiers": [], "assistant-modifiers": [], kx: [], abn: [] },
  unitCounting: "rule-of-eights",
  note: null,
};

const cigna: Payer = {
  id: "cigna",
  name: "Cigna (commercial)",
  aliases: ["cigna", "62308"],
  filingIndicators: [],
  answers: { "plan-modifiers": [], "assistant-modifiers": [], kx: [], abn: [] },
  unitCounting: "rule-of-eights",
  note: null,
};

/** Insurers' commercial plans. How they count units is what is usual; some of their plans count as Medicare does. */
export const insurers: readonly Payer[] = [unitedHealthcare, humana, horizon, blueCross, aetna, cigna];

/** A commercial plan of which no more is known. */
export const commercial: Payer = {
  id: "commercial",
  name: "Commercial insurance",
  aliases: ["commercial", "commercial insurance", "self funded"],
  filingIndicators: ["BL", "CI", "HM", "12", "13", "14", "15"],
  answers: { "plan-modifiers": [], "assistant-modifiers": [], kx: [], abn: [] },
  unitCounting: "rule-of-eights",
  note: "Plans usually count each code's units by itself; some count as Medicare does.",
};
