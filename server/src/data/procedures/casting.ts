import type { Procedure } from "../../model/tables.ts";
import { since, until } from "../dated.ts";
import { verified } from "../source.ts";
import { family, perService } from "./family.ts";

const casting = family({
  disposition: "companion",
  usualDisciplines: ["PT", "OT"],
  category: "casting-strapping",
  isHandsOn: true,
  timing: perService,
  source: verified("American Society of Hand Therapists on casts and splints"),
});

/** Casts, splints and strapping: a physician's codes, with a plan modifier where a therapist applies them under a plan. */
export const castings: readonly Procedure[] = [
  casting("29065", "Cast, shoulder to hand"),
  casting("29075", "Cast, elbow to fingers"),
  casting("29085", "Cast, hand and lower forearm"),
  casting("29086", "Cast, finger"),
  casting("29105", "Splint, long arm"),
  casting("29125", "Splint, forearm to hand, stiff"),
  casting("29126", "Splint, forearm to hand, with movement"),
  casting("29130", "Splint, finger, stiff"),
  casting("29131", "Splint, finger, with movement"),
  casting("29200", "Strapping, chest"),
  casting("29240", "Strapping, shoulder"),
  casting("29260", "Strapping, elbow or wrist"),
  casting("29280", "Strapping, hand or finger"),
  casting("29345", "Cast, thigh to toes"),
  casting("29355", "Cast, thigh to toes, for walking"),
  casting("29365", "Cast, thigh to ankle"),
  casting("29405", "Cast, below the knee to the toes"),
  casting("29425", "Cast, below the knee to the toes, for walking"),
  casting("29435", "Cast that bears on the tendon below the kneecap"),
  casting("29440", "A walker added to a cast"),
  casting("29445", "Total contact cast of the leg"),
  casting("29450", "Cast for a clubfoot"),
  casting("29505", "Splint, thigh to ankle or toes"),
  casting("29515", "Splint, calf to foot"),
  casting("29520", "Strapping, hip"),
  casting("29530", "Strapping, knee"),
  casting("29540", "Strapping, ankle or foot"),
  casting("29550", "Strapping, toes"),
  casting("29580", "Unna boot"),
  casting("29581", "Layers of compression, leg with ankle and foot", {
    exists: since("2010-01-01"),
    note: "The start date is recalled.",
  }),
  casting("29584", "Layers of compression, arm with hand and fingers", {
    exists: since("2012-01-01"),
    note: "The start date is recalled.",
  }),
  casting("29590", "Denis Browne splint, strapped, until 2012", {
    exists: until("2012-12-31"),
    source: verified("New York State Podiatric Medical Association on the end of 29590"),
  }),
];
