import type { Procedure } from "../../model/tables.ts";
import { between, since, until } from "../dated.ts";
import { family, perService, therapyList, untimed } from "./family.ts";

const wound = family({
  disposition: "sometimes",
  usualDisciplines: ["PT", "OT"],
  category: "wound",
  isHandsOn: true,
  timing: perService,
  medicareStatus: "A",
  source: therapyList("high"),
});

const former = { medicareStatus: null, source: therapyList("medium") } as const;

/** Wound care. */
export const wounds: readonly Procedure[] = [
  wound("97597", "Dead tissue taken selectively from a wound, the first 20 sq cm", {
    timing: untimed("first 20 sq cm"),
  }),
  wound("97598", "Add-on: a further 20 sq cm of selective debridement", {
    timing: untimed("each further 20 sq cm"),
    addOnTo: ["97597"],
    note: "Added to 97597.",
  }),
  wound("97602", "Non-selective debridement", {
    medicareStatus: "B",
    note: "Medicare pays it in offices only with the other services of the day.",
  }),
  wound("97605", "Suction on a wound with durable equipment, up to 50 sq cm"),
  wound("97606", "Suction on a wound with durable equipment, more than 50 sq cm"),
  wound("97607", "Suction on a wound with a disposable device, up to 50 sq cm", {
    exists: since("2015-01-01"),
    replaces: ["G0456"],
  }),
  wound("97608", "Suction on a wound with a disposable device, more than 50 sq cm", {
    exists: since("2015-01-01"),
    replaces: ["G0457"],
  }),
  wound("97610", "Low-frequency ultrasound on a wound without contact, per day", {
    timing: untimed("per day"),
    exists: since("2014-01-01"),
    replaces: ["0183T"],
  }),
  wound("G0456", "Suction on a wound with a disposable device, up to 50 sq cm, 2013 and 2014", {
    ...former,
    exists: between("2013-01-01", "2014-12-31"),
    replacedBy: ["97607"],
  }),
  wound("G0457", "Suction on a wound with a disposable device, more than 50 sq cm, 2013 and 2014", {
    ...former,
    exists: between("2013-01-01", "2014-12-31"),
    replacedBy: ["97608"],
  }),
  wound("0183T", "Low-frequency ultrasound on a wound until 2013", {
    ...former,
    exists: until("2013-12-31"),
    replacedBy: ["97610"],
  }),
];
