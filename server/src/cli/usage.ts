/** An argument that can't be taken. The message is one line for the user. */
export class UsageError extends Error {}

export const usage = `therapy-claims: checks US outpatient therapy claims. Nothing leaves this machine.

  therapy-claims check [PATH|GLOB|-]…                     report findings
  therapy-claims audit [PATH|GLOB|-]…                     every KX, GA, GX, GY, GZ, 59, X modifier and suppression, with its place
  therapy-claims checklist FILE|-                         what should stand behind KX, claim by claim, as Markdown
  therapy-claims ledger [PATH|GLOB|-]…                    what every beneficiary has used of the year's amounts, and by which lines
  therapy-claims format PATH|GLOB|-…                      X12: one segment a line; superbills: columns of tables below one another
  therapy-claims explain [RULE|MODIFIER|CODE|CARC|RARC]   what it means, why, from when, by which source; lists the rules without one
  therapy-claims explain --coverage                       what is checked, and what can't be known from a claim
  therapy-claims lsp --stdio                              the language server, for any editor
  therapy-claims --version | --help

check:
  --format pretty|json         (default pretty)
  --fail-on error|warning|information|never
                               the least severity that makes the exit status 1 (default error)
  --rule ID                    only this rule; may be repeated
  --severity RULE=LEVEL        error, warning, information, hint or off; may be repeated
  --payer NAME                 the payer of claims that name none
  --today DATE                 the day to judge by, YYYY-MM-DD (default: today)
  --stdin-filename NAME        what - is to be taken for
  --max-findings N             print so many at the most
  --jobs N                     check so many files at a time (default 1; always 1 with --max-findings or -)
  --show-claim-ids             print claim ids in JSON
  --quiet                      findings only, a line each
  --with PATH                  count what was used over these files too, without checking them; may be repeated
  --alone                      take each file by itself; else what was used is counted over all files of the command

audit:
  --format table|json|csv      (default table)
  --payer, --today, --stdin-filename, --jobs, --with, --alone
                               as of check
  --show-ids                   with claim and beneficiary ids, and reasons of suppressions as they were written

checklist:
  --payer, --today, --stdin-filename, --with
                               as of check
  --show-ids                   with claim and beneficiary ids

ledger:
  --format table|json|csv|html (default table; html is a page that needs no other file)
  --payer, --today, --stdin-filename
                               as of check
  --year YYYY                  only this year's amounts
  --count-charges              where only charges tell an amount, the figures are the most that may be used, not the least
  --show-ids                   beneficiary ids as a whole, where else their last four characters stand

format:
  --compact                    X12 without line ends, as most programs send it
  --check                      write nothing; name the files that would change
  --stdin-filename NAME        what - is to be taken for

Settings of an office stand in therapy-claims.json, in a claim's folder or above it; the flags go before them.
A folder is walked for claim files; .gitignore is respected, links are not followed. Without a path it is this folder.
format writes files in their place and names those that it changed; what a file means never changes.
Exit status: 0 nothing at or over --fail-on, and nothing to do for format --check; 1 something; 2 a file or an argument could not be handled.
`;
