const distinct = "the service was separate from the others of that day, and the record shows it";

/** What a line states by carrying the modifier. */
const statements: Readonly<Record<string, string>> = {
  "25": "the visit was significant and separate from the other service, and the record shows it",
  KX: "the service is above the year's amount, medically necessary, and justified in the record",
  GA: "a signed advance beneficiary notice is on file and a denial as not necessary is expected",
  GX: "a voluntary notice was given for a service that Medicare never covers",
  GY: "Medicare never covers this service",
  GZ: "a denial as not necessary is expected and no signed notice is on file",
  CQ: "a PT assistant gave more than a tenth of the service alone",
  CO: "an OT assistant gave more than a tenth of the service alone",
  "59": distinct,
  XE: distinct,
  XP: distinct,
  XS: distinct,
  XU: distinct,
};

/** For `attests` of a fix that adds the modifier; nothing where the modifier attests nothing. */
export function attestedByAdding(modifier: string): { readonly attests?: string } {
  const statement = statements[modifier];
  return statement === undefined ? {} : { attests: `${modifier} states that ${statement}.` };
}

/** For `attests` of a fix that takes modifiers away. */
export function attestedByRemoving(...modifiers: readonly string[]): { readonly attests?: string } {
  const sentences = modifiers.flatMap((modifier) => {
    const statement = statements[modifier];
    return statement === undefined
      ? []
      : [`Without ${modifier} the line no longer makes this statement: ${statement}.`];
  });
  return sentences.length === 0 ? {} : { attests: sentences.join(" ") };
}
