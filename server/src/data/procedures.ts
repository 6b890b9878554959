import type { Procedure } from "../model/tables.ts";
import { castings } from "./procedures/casting.ts";
import { evaluations } from "./procedures/evaluations.ts";
import { functionalReporting } from "./procedures/functional.ts";
import { modalities } from "./procedures/modalities.ts";
import { neighbours } from "./procedures/neighbours.ts";
import { remote } from "./procedures/remote.ts";
import { speech } from "./procedures/speech.ts";
import { treatment } from "./procedures/treatment.ts";
import { wounds } from "./procedures/wounds.ts";

/** Every code that the tables know, by family. A code that is not here is not judged. */
export const procedures: readonly Procedure[] = [
  ...speech,
  ...modalities,
  ...treatment,
  ...evaluations,
  ...wounds,
  ...remote,
  ...castings,
  ...functionalReporting,
  ...neighbours,
];

const procedureByCode: ReadonlyMap<string, Procedure> = new Map(
  procedures.map((procedure) => [procedure.code, procedure]),
);

/** The code as billed, upper case; whether it was valid at a date is for the caller to ask. */
export function findProcedure(code: string): Procedure | undefined {
  return procedureByCode.get(code);
}
