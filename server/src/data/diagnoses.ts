import { type CalendarDate, addDays } from "../model/date.ts";
import type { DiagnosisFault, Source } from "../model/tables.ts";
import { recalled, verified } from "./source.ts";

/** Services from this date on are billed with ICD-10-CM, those before it with ICD-9-CM. */
const beginOfIcd10: CalendarDate = "2015-10-01";

/** A code that was complete up to a day, and on the next was divided into others. */
interface Division {
  readonly code: string;
  readonly to: CalendarDate;
  readonly into: readonly string[];
  readonly source: Source;
}

export const divisions: readonly Division[] = [
  division("M545", "2021-09-30", "M5450 M5451 M5459", verified("ICD-10-CM 2022, addenda")),
  division("F0151", "2022-09-30", "F01511 F01518"),
  division("F0281", "2022-09-30", "F02811 F02818"),
  division("F0391", "2022-09-30", "F03911 F03918"),
  division("G20", "2023-09-30", "G20A1 G20A2 G20B1 G20B2 G20C"),
  division(
    "G35",
    "2025-09-30",
    "G35A G35B0 G35B1 G35B2 G35C0 G35C1 G35C2 G35D",
    recalled("medium", "ICD-10-CM 2026, addenda"),
  ),
  division("G933", "2022-09-30", "G9331 G9332 G9339"),
  division("I6931", "2016-09-30", "I69310 I69311 I69312 I69313 I69314 I69315 I69318 I69319"),
  division("M2660", "2016-09-30", "M26601 M26602 M26603 M26609"),
  division("M2661", "2016-09-30", "M26611 M26612 M26613 M26619"),
  division("M2662", "2016-09-30", "M26621 M26622 M26623 M26629"),
  division("M4806", "2017-09-30", "M48061 M48062"),
  division("M5012", "2016-09-30", "M50120 M50121 M50122 M50123"),
  division("M5022", "2016-09-30", "M50220 M50221 M50222 M50223"),
  division("M5032", "2016-09-30", "M50320 M50321 M50322 M50323"),
  division("M5136", "2024-09-30", "M51360 M51361 M51362 M51369"),
  division("M5137", "2024-09-30", "M51370 M51371 M51372 M51379"),
  division("M791", "2018-09-30", "M7910 M7911 M7912 M7918"),
  division("R51", "2020-09-30", "R510 R519"),
];

/** What therapy claims carry and ICD-10-CM has divided from its beginning, with the complete codes below it where they are few. */
export const headings: ReadonlyMap<string, readonly string[]> = new Map([
  ...list("F80 F808 G56 G560 G81 G82 I69 I693 M16 M17 M25 M255 M256 M47 M48 M480 M50 M501 M502 M503 M51 M513 M54").map(
    (code) => heading(code, ""),
  ),
  ...list("M62 M628 M75 M751 M76 M77 M79 M796 M99 N394 R13 R298 Z47 Z96 Z966").map((code) => heading(code, "")),
  heading("G80", "G800 G801 G802 G803 G804 G808 G809"),
  heading("G810", "G8100 G8101 G8102 G8103 G8104"),
  heading("G811", "G8110 G8111 G8112 G8113 G8114"),
  heading("G819", "G8190 G8191 G8192 G8193 G8194"),
  heading("G822", "G8220 G8221 G8222"),
  heading("G825", "G8250 G8251 G8252 G8253 G8254"),
  heading("H811", "H8110 H8111 H8112 H8113"),
  heading("I6932", "I69320 I69321 I69322 I69323 I69328"),
  heading("I6935", "I69351 I69352 I69353 I69354 I69359"),
  heading("I6939", "I69390 I69391 I69392 I69393 I69398"),
  heading("M161", "M1610 M1611 M1612"),
  heading("M163", "M1630 M1631 M1632"),
  heading("M165", "M1650 M1651 M1652"),
  heading("M171", "M1710 M1711 M1712"),
  heading("M173", "M1730 M1731 M1732"),
  heading("M222", "M222X1 M222X2 M222X9"),
  heading("M2551", "M25511 M25512 M25519"),
  heading("M2552", "M25521 M25522 M25529"),
  heading("M2553", "M25531 M25532 M25539"),
  heading("M2554", "M25541 M25542 M25549"),
  heading("M2555", "M25551 M25552 M25559"),
  heading("M2556", "M25561 M25562 M25569"),
  heading("M2557", "M25571 M25572 M25579"),
  heading("M2561", "M25611 M25612 M25619"),
  heading("M2562", "M25621 M25622 M25629"),
  heading("M2563", "M25631 M25632 M25639"),
  heading("M2564", "M25641 M25642 M25649"),
  heading("M2565", "M25651 M25652 M25659"),
  heading("M2566", "M25661 M25662 M25669"),
  heading("M2567", "M25671 M25672 M25673 M25674 M25675 M25676"),
  heading("M4781", "M47811 M47812 M47813 M47814 M47815 M47816 M47817 M47818 M47819"),
  heading("M511", "M5114 M5115 M5116 M5117"),
  heading("M512", "M5124 M5125 M5126 M5127"),
  heading("M541", "M5410 M5411 M5412 M5413 M5414 M5415 M5416 M5417 M5418"),
  heading("M543", "M5430 M5431 M5432"),
  heading("M544", "M5440 M5441 M5442"),
  heading("M548", "M5481 M5489"),
  heading("M6283", "M62830 M62831 M62838"),
  heading("M706", "M7060 M7061 M7062"),
  heading("M750", "M7500 M7501 M7502"),
  heading("M7510", "M75100 M75101 M75102"),
  heading("M7511", "M75110 M75111 M75112"),
  heading("M7512", "M75120 M75121 M75122"),
  heading("M752", "M7520 M7521 M7522"),
  heading("M753", "M7530 M7531 M7532"),
  heading("M754", "M7540 M7541 M7542"),
  heading("M755", "M7550 M7551 M7552"),
  heading("M765", "M7650 M7651 M7652"),
  heading("M766", "M7660 M7661 M7662"),
  heading("M770", "M7700 M7701 M7702"),
  heading("M771", "M7710 M7711 M7712"),
  heading("M7960", "M79601 M79602 M79603 M79604 M79605 M79606 M79609"),
  heading("M7962", "M79621 M79622 M79629"),
  heading("M7963", "M79631 M79632 M79639"),
  heading("M7964", "M79641 M79642 M79643 M79644 M79645 M79646"),
  heading("M7965", "M79651 M79652 M79659"),
  heading("M7966", "M79661 M79662 M79669"),
  heading("M7967", "M79671 M79672 M79673 M79674 M79675 M79676"),
  heading("R131", "R1310 R1311 R1312 R1313 R1314 R1319"),
  heading("R26", "R260 R261 R262 R2681 R2689 R269"),
  heading("R268", "R2681 R2689"),
  heading("R27", "R270 R278 R279"),
  heading("R4184", "R41840 R41841 R41842 R41843 R41844"),
  heading("R47", "R4701 R4702 R471 R4781 R4782 R4789 R479"),
  heading("R470", "R4701 R4702"),
  heading("R478", "R4781 R4782 R4789"),
  heading("R48", "R480 R481 R482 R483 R488 R489"),
  heading("R49", "R490 R491 R4921 R4922 R498 R499"),
  heading("R492", "R4921 R4922"),
  heading("R53", "R530 R531 R532 R5381 R5382 R5383"),
  heading("R538", "R5381 R5382 R5383"),
  heading("Z478", "Z4781 Z4782 Z4789"),
  heading("Z9661", "Z96611 Z96612 Z96619"),
  heading("Z9664", "Z96641 Z96642 Z96643 Z96649"),
  heading("Z9665", "Z96651 Z96652 Z96653 Z96659"),
]);

/** Why the code, without its dot, can't be billed on the date; undefined where nothing is known against it. */
export function findDiagnosisFault(code: string, date: CalendarDate): DiagnosisFault | undefined {
  if (date < beginOfIcd10) return undefined;
  const divided = divisionByCode.get(code);
  if (divided !== undefined) {
    const { to, into, source } = divided;
    return date <= to ? undefined : { reason: "ended", limit: to, choices: into, source };
  }
  const whole = divisionByPart.get(code);
  if (whole !== undefined) {
    const { to, source } = whole;
    return date > to ? undefined : { reason: "not-begun", limit: addDays(to, 1), choices: [whole.code], source };
  }
  const choices = headings.get(code);
  if (choices !== undefined) return { reason: "incomplete", limit: undefined, choices, source: tabularList };
  if (code.length >= 7 || !needsSeventhCharacter(code)) return undefined;
  const ends = seventhCharacters.map((end) => code + end);
  const isStem = /^[ST]\d[\dX]{4}$|^M8[04][\dX]{3}$/.test(code) && code.length === 6;
  return {
    reason: "without-seventh-character",
    limit: undefined,
    choices: isStem ? ends : [],
    source: injuryChapter,
  };
}

const tabularList = recalled("high", "ICD-10-CM, tabular list");
const injuryChapter = recalled("high", "ICD-10-CM, tabular list, chapters 13 and 19: seventh characters");

/** Of every set that the tabular list gives for injuries and fractures. */
const seventhCharacters = ["D", "A", "S"];

/**
 * Injuries, burns, poisonings, complications and pathological fractures. The extent of burns (T30 to T32), transplants (T86) and
 * amputations (T87) take none, T07 and T14 took none at first, and T08 to T13, T29, T72, T77 are no categories, but may be vertebrae.
 */
function needsSeventhCharacter(code: string): boolean {
  const first = code.charCodeAt(0);
  if (first === 83) return /^S\d\d/.test(code);
  if (first === 77) return /^M(?:80|84[3-6])/.test(code);
  return first === 84 && /^T(?:1[5-9]|2[0-8]|3[346-9]|4\d|5\d|6\d|7[013-689]|8[0-58])/.test(code);
}

const divisionByCode: ReadonlyMap<string, Division> = new Map(divisions.map((division) => [division.code, division]));

const divisionByPart: ReadonlyMap<string, Division> = new Map(
  divisions.flatMap((division) => division.into.map((code) => [code, division])),
);

function division(
  code: string,
  to: CalendarDate,
  into: string,
  source = recalled("high", `ICD-10-CM ${String(Number(to.slice(0, 4)) + 1)}, addenda`),
): Division {
  return { code, to, into: list(into), source };
}

function heading(code: string, complete: string): readonly [string, readonly string[]] {
  return [code, list(complete)];
}

function list(codes: string): readonly string[] {
  return codes === "" ? [] : codes.split(" ");
}
