import { type Outcome, isUnfinished, measure } from "../child.ts";
import { installPeers } from "../peers/install.ts";
import type { PeerFigures } from "../peers/measure-peer.ts";
import { type WayName, ways } from "../peers/peer.ts";
import { probes } from "../peers/probes.ts";
import type { Section, Setting } from "../section.ts";
import { megabytes, milliseconds, times } from "../words.ts";

const seconds = 120;

const timeColumns = ["Reader", "Use", "File", "Median", "Times ours", "Peak"];

export const peerTimes: Section = {
  id: "peers",
  title: "Beside other readers of X12",
  about:
    "Readers from npm, each used as its documentation shows, in a process like ours and on the same 837P, after two readings of 1 MB that " +
    "warm the code: the median of up to five runs within ten seconds, and how many times ours it is. Ours is the reading into claims, every " +
    "value and place looked at, without rules, which none of the others has. What one reads from a file as a stream includes reading the " +
    "file. The peak is the process's over all runs. The parsers of VS Code extensions are not on npm, so they are left out.",
  columns: timeColumns,
  async measure({ texts, sizes }: Setting) {
    const folder = installPeers();
    const warmingPath = texts.file("837P", 1).path;
    const rows: (readonly string[])[] = [];
    for (const size of sizes) {
      const { path } = texts.file("837P", size);
      const read = (peer: WayName | undefined) => measure("peer", { peer, folder, path, warmingPath }, seconds);
      const file = `${String(size)} MB`;
      const ours = await read(undefined);
      rows.push(row(["**Therapy Claims**", "claims with places", file], ours, ours));
      for (const { name, version, use } of ways) {
        rows.push(row([`${name} ${version}`, use, file], await read(name), ours));
      }
    }
    return rows;
  },
};

function row(named: readonly string[], outcome: Outcome<PeerFigures>, ours: Outcome<PeerFigures>): readonly string[] {
  if (isUnfinished(outcome)) return [...named, outcome.unfinished, "", ""];
  const ratio = isUnfinished(ours) ? "" : times(outcome.median, ours.median);
  const peak = outcome.peak === undefined ? "not known" : megabytes(outcome.peak);
  return [...named, milliseconds(outcome.median), ratio, peak];
}

/** Those ways of use that can do different things. */
const probed: readonly (WayName | undefined)[] = [
  undefined,
  "@stedi/x12-tools",
  "x12-parser",
  "x12-parser, grouped",
  "node-x12-edi",
  "node-x12",
];

export const peerAbilities: Section = {
  id: "abilities",
  title: "What the readers do and do not do",
  about:
    "Each was given small texts, each text in a fresh process. _Read_ is that the procedure codes of all service lines came out as they " +
    "stand in the text. None of the others offers a function that takes an edit, so that an edit costs a whole reading; x12-parser groups by a " +
    "schema that its user writes; node-x12-edi is told the separators by its user.",
  columns: ["", ...probed.map((name) => name ?? "Therapy Claims")],
  async measure() {
    const folder = installPeers();
    const rows: (readonly string[])[] = [];
    for (const probe of probes) {
      const cells: string[] = [];
      for (const peer of probed) {
        const outcome = await measure("probe", { peer, folder, text: probe.text }, 10);
        cells.push(isUnfinished(outcome) ? reasonOf(outcome.unfinished) : probe.judge(outcome));
      }
      rows.push([probe.name, ...cells]);
    }
    return rows;
  },
};

/** The class of an error says enough in a table. */
function reasonOf(unfinished: string): string {
  const error = /^\w*Error\b/.exec(unfinished)?.[0];
  return error === undefined ? unfinished : `throws ${error}`;
}
