import { type Outcome, isUnfinished, measure } from "../child.ts";
import { installPeers } from "../peers/install.ts";
import type { PeerFigures } from "../peers/measure-peer.ts";
import { type WayName, ways } from "../peers/peer.ts";
import { probes } from "../peers/probes.ts";
import type { Section, Setting } from "../section.ts";
import { megabytes, milliseconds, times } from "../words.ts";

const seconds = 120;

export const peerTimes: Section = {
  id: "peers",
  title: "Beside other readers of X12",
  about:
    "Readers from npm, each used as its documentation shows, in a process like ours and on the same 837P, after two readings of 1 MB that warm " +
    "the code: the best of up to five runs within ten seconds, and how many times ours it is. Ours is the reading into claims, every value " +
    "and place looked at. What one reads from a file as a stream includes reading the file. The peak is the process's over all runs of the " +
    "largest file. The parsers of VS Code extensions are not on npm, so they are left out.",
  columns: ["Reader", "Use", "1 MB", "10 MB", "45 MB", "Peak"],
  async measure({ texts, sizes }: Setting) {
    const folder = installPeers();
    const warmingPath = texts.file("837P", 1).path;
    const timesOf = async (peer: WayName | undefined): Promise<readonly Outcome<PeerFigures>[]> => {
      const outcomes: Outcome<PeerFigures>[] = [];
      for (const size of sizes) {
        outcomes.push(
          await measure("peer", { peer, folder, path: texts.file("837P", size).path, warmingPath }, seconds),
        );
      }
      return outcomes;
    };
    const ours = await timesOf(undefined);
    const rows = [["**Therapy Claims**", "claims with places", ...ours.map((one) => told(one)), peakOf(ours)]];
    for (const { name, version, use } of ways) {
      const outcomes = await timesOf(name);
      const cells = outcomes.map((outcome, index) => told(outcome, ours[index]));
      rows.push([`${name} ${version}`, use, ...cells, peakOf(outcomes)]);
    }
    return rows;
  },
};

function told(outcome: Outcome<PeerFigures>, ours?: Outcome<PeerFigures>): string {
  if (isUnfinished(outcome)) return outcome.unfinished;
  const time = milliseconds(outcome.best);
  return ours === undefined || isUnfinished(ours) ? time : `${time} (${times(outcome.best, ours.best)})`;
}

function peakOf(outcomes: readonly Outcome<PeerFigures>[]): string {
  const last = outcomes.at(-1);
  return last === undefined || isUnfinished(last) || last.peak === undefined ? "not known" : megabytes(last.peak);
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
