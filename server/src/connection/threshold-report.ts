import { basename, join, relative } from "node:path";
import { projectFileName } from "../config/project.ts";
import { type FilePlace, type Place, isInOtherFile } from "../model/place.ts";
import { reportPage } from "../report/page.ts";
import { reportOf } from "../report/threshold-report.ts";
import type { Steps } from "../text/steps.ts";
import { reviewThresholdOf, yearsOfPractice } from "../workspace/practice-years.ts";
import type { Conversation } from "./conversation.ts";
import { isWithin, uriOfFile } from "./file-name.ts";
import type { ThresholdReportPage, ThresholdReportParams } from "./protocol.ts";

/** The report of all files of the open folders and of all open documents, whose text goes before their files'. */
export function* thresholdReport(
  { showIds }: ThresholdReportParams,
  conversation: Conversation,
): Steps<ThresholdReportPage> {
  const { session, office, environments, agreement, folderReader } = conversation;
  // What a document tells is known once it is read.
  for (const uri of session.documents.keys()) yield* session.until(uri, () => true);
  const [folder] = agreement.folders;
  const environment = environments.of(folder === undefined ? "" : uriOfFile(join(folder, projectFileName)));
  const years = yield* yearsOfPractice(office.practice, (files) => {
    const [first, ...others] = files.map((file) => environments.of(uriOfFile(file)));
    return first !== undefined && others.every((other) => other === first) ? first : environment;
  });
  const report = reportOf(years, {
    reviewThresholdOf,
    filePlaceOf: (place) => shownPlace(place, agreement.folders),
    showIds,
  });
  const { standing } = folderReader;
  const isPartial = standing !== undefined && (standing.isReading || standing.isStopped);
  return { html: reportPage(report, { today: environment.today }), isPartial };
}

/** By its path from the folder that holds it, which says more than its name and is shorter than its whole path. */
function shownPlace(place: Place, folders: readonly string[]): FilePlace {
  if (!isInOtherFile(place)) throw new TypeError("what a practice knows stands in files");
  const { file, line } = place;
  const folder = folders.find((one) => isWithin(file, one));
  return { file: folder === undefined ? basename(file) : relative(folder, file), line };
}
