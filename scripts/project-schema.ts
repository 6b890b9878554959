import { payers, unknownPayer } from "../server/src/data/payers.ts";
import { ruleTexts } from "../server/src/rules/registry.ts";
import { renderSettingDescription } from "../server/src/rules/render.ts";

const levels = ["off", "error", "warning", "information", "hint"];
const answers = ["required", "optional", "ignored", "unknown"];
const date = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
const paths = { type: "array", items: { type: "string" } };

const answer = (description: string): object => ({
  description,
  anyOf: [
    { enum: answers },
    { $ref: "#/$defs/datedAnswer" },
    { type: "array", items: { $ref: "#/$defs/datedAnswer" } },
  ],
});

/** The JSON schema of therapy-claims.json: an editor completes and checks the file with it. */
export function projectSchema(): object {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Therapy Claims project file",
    description: "Settings of an office, for every claim file below this folder. They go before the editor's own.",
    type: "object",
    additionalProperties: false,
    properties: {
      $schema: { type: "string" },
      payer: {
        type: "string",
        description: "The id or name of the payer of claims that name none.",
        examples: [unknownPayer, ...payers].map(({ id }) => id),
      },
      payers: {
        type: "array",
        description: "Payers that are not built in, or built-in ones with other answers.",
        items: { $ref: "#/$defs/payer" },
      },
      rules: {
        type: "object",
        description: "How loudly each rule speaks.",
        additionalProperties: false,
        properties: Object.fromEntries(
          [...ruleTexts.values()]
            .sort((a, b) => (a.id < b.id ? -1 : 1))
            .map((rule) => [rule.id, { enum: levels, description: renderSettingDescription(rule) }]),
        ),
      },
      thresholds: {
        type: "object",
        description: "Threshold amounts in dollars of years that the built-in table does not know.",
        additionalProperties: false,
        patternProperties: {
          "^20\\d\\d$": {
            type: "object",
            additionalProperties: false,
            properties: {
              kxThreshold: { type: "number", minimum: 0 },
              reviewThreshold: { type: "number", minimum: 0 },
            },
          },
        },
      },
      data: {
        type: "object",
        description: "Newer tables of CMS, as it publishes them; paths are relative to this file.",
        additionalProperties: false,
        properties: { ncci: paths, mue: paths },
      },
      feeSchedule: {
        description:
          "Your list of fees as CSV, or CMS's files of relative values, locality adjustments and payment amounts (PPRRVU, GPCI, PFALL); " +
          "one path or several, relative to this file.",
        anyOf: [{ type: "string" }, paths],
      },
      feeLocality: {
        type: "string",
        description: "The locality whose fees count: carrier and number, or the name in CMS's GPCI file.",
        examples: ["01112 05"],
      },
      feeConversionFactor: {
        type: "number",
        exclusiveMinimum: 0,
        description: "Dollars for one relative value unit, where the file of relative values states none.",
      },
      feeAssistantReduction: {
        type: "boolean",
        description: "Take 15 % off the fees of lines with CQ or CO.",
      },
    },
    $defs: {
      datedAnswer: {
        type: "object",
        additionalProperties: false,
        required: ["answer"],
        properties: { answer: { enum: answers }, from: date, to: date },
      },
      payer: {
        type: "object",
        additionalProperties: false,
        required: ["id"],
        properties: {
          id: { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", examples: payers.map(({ id }) => id) },
          name: { type: "string", description: "What the payer is called on claims." },
          aliases: { type: "array", items: { type: "string" }, description: "Other names, and payer ids." },
          basedOn: {
            enum: payers.map(({ id }) => id),
            description: "Whose answers hold where this profile gives none.",
          },
          planModifiers: answer("GN, GO and GP."),
          assistantModifiers: answer("CQ and CO."),
          kx: answer("KX above the year's amount."),
          abn: answer("The advance notice and its modifiers GA, GX, GY and GZ."),
          unitCounting: {
            enum: ["eight-minute-rule", "rule-of-eights", "unknown"],
            description: "How minutes become units.",
          },
        },
      },
    },
  };
}
