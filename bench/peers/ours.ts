import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import { Document } from "../../server/src/text/document.ts";
import { environment, formatFor } from "../measure/opened.ts";
import { touch } from "../measure/touch.ts";
import type { Peer } from "./peer.ts";

const format = formatFor({ path: "", language: "x12" });

/** Ourselves, asked as the peers are. */
export const ours: Peer = {
  read: ({ text }) => touch(format.read(Document.create("bench:file", "x12", 0, text).text)).serviceLines,
  tell({ text }) {
    const snapshot = openSnapshot(Document.create("bench:file", "x12", 0, text), format, environment);
    const services = snapshot.claims.flatMap((claim) => claim.serviceLines);
    const first = services[0]?.procedure;
    const offset = first === undefined ? 0 : snapshot.offsetOf(first.part);
    return {
      codes: services.map(({ procedure }) => procedure.value),
      place: first && { start: offset + first.start, end: offset + first.end },
      linesOfClaims: snapshot.claims.map((claim) => claim.serviceLines.length),
      complaints: snapshot.findings.map(({ message }) => message),
    };
  },
};
