import type { Provider } from "../model/claim.ts";
import type { Context } from "./context.ts";
import { type Report, defineRule } from "./rule.ts";
import { isValueToldHere } from "./support/told-once.ts";
import { certifierRole } from "./support/provider.ts";

export const npiInvalid = defineRule({
  id: "npi-invalid",
  severity: "error",
  docs: {
    summary: "A provider's NPI has not ten digits, begins with none that NPIs begin with, or fails its check digit.",
    why:
      "A National Provider Identifier is ten digits, the first a 1 or a 2, the last a check digit: the Luhn sum over all of them, with " +
      "80840 put in front, must end in 0. One wrong digit and nearly every swap of two neighbours is caught by it. A number that fails " +
      "was never given to anyone, and the claim is rejected before it is looked at (reason 16 with remark N257, N285 or N290, by whose " +
      "number it is).",
    remedy: "Look the number up in the registry; which digit is wrong can't be known from the number.",
    applies:
      "Every payer and date; the NPIs of the billing, the rendering and the referring provider, and of an institution's attending one.",
    incorrect: "Practice: Riverbend Therapy   NPI: 1234567890\nDOS: 2026-03-02\n97110 GP x2",
    correct: "Practice: Riverbend Therapy   NPI: 1234567893\nDOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "45 CFR 162.406 (standard unique health identifier for providers)" },
      { title: "CMS, requirements for the NPI and its check digit" },
    ],
  },

  checkClaim(claim, context, report) {
    check(claim.billingProvider, "billing", context, report);
    check(claim.renderingProvider, "rendering", context, report);
    check(claim.referringProvider, certifierRole(claim), context, report);
    let last = claim.renderingProvider.npi?.value;
    for (const { renderingProvider } of claim.serviceLines) {
      // Most lines of a claim name the same one: told once.
      if (renderingProvider?.npi === undefined || renderingProvider.npi.value === last) continue;
      check(renderingProvider, "rendering", context, report);
      last = renderingProvider.npi.value;
    }
  },
});

function check({ npi }: Provider, role: string, context: Context, report: Report): void {
  if (npi === undefined || isValid(npi.value)) return;
  if (context.formatId !== "x12" && !isMeantAsNumber(npi.value)) return;
  if (!isValueToldHere(npi, `npi ${role} ${npi.value}`, context)) return;
  report(npi, `The ${role} provider's NPI ${faultOf(npi.value)}`);
}

/** In free text `pending` or a name may stand in the number's place. */
function isMeantAsNumber(value: string): boolean {
  return /^\d[\d.]*(?:E\+?\d+)?$/i.test(value) || (value.length === 10 && value.replace(/\D/g, "").length >= 8);
}

function faultOf(value: string): string {
  if (/^\d[\d.]*E\+?\d+$/i.test(value)) return "was shortened by a spreadsheet: the digits behind are lost";
  if (!/^\d+$/.test(value)) return "holds other characters than digits";
  if (value.length !== 10) return `has ${String(value.length)} digits; an NPI has 10`;
  if (!/^[12]/.test(value)) return `begins with ${value.charAt(0)}; an NPI begins with 1 or 2`;
  return "fails its check digit: a digit is wrong, or two are swapped";
}

/** Ten digits that begin with 1 or 2, with the Luhn sum of 80840 and them. */
function isValid(npi: string): boolean {
  const first = npi.charCodeAt(0);
  if (npi.length !== 10 || (first !== 49 && first !== 50)) return false;
  let sum = sumOfIssuer;
  for (let at = 0; at < 10; at++) {
    const digit = npi.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return false;
    const doubled = at % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** What 80840 adds. */
const sumOfIssuer = 24;
