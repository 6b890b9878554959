import { Position, Range, languages, workspace, type Disposable, type TextDocument } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { beginningLength, beginsInterchange, endsLine, mayHoldClaims } from "./claims-beginning.ts";
import { recognizeRequest } from "./protocol.ts";

/** The language of a document whose language nobody chose. */
const undecidedLanguage = "plaintext";

/**
 * Gives a plain-text document that holds claims the language that its content shows: a file when it opens, an untitled document when the
 * text is pasted or typed. Once only, and never one whose language was chosen.
 */
export function recognizeByContent(client: BaseLanguageClient): Disposable[] {
  // A document that gets another language is closed and opened again as the same object.
  const known = new WeakSet<TextDocument>();
  const decided = new WeakSet<TextDocument>();

  const opened = (document: TextDocument): void => {
    // An untitled document that has text at once was restored, with the language that it had.
    const isRestored = document.isUntitled && document.getText(beginningOf(document)).length > 0;
    if (known.has(document) || isRestored) decided.add(document);
    known.add(document);
    consider(document, true);
  };
  const consider = (document: TextDocument, isMuchNew: boolean): void => {
    if (decided.has(document) || document.languageId !== undecidedLanguage) return;
    const beginning = document.getText(beginningOf(document));
    if (beginsInterchange(beginning)) decide(document, "x12");
    else if (isMuchNew && mayHoldClaims(beginning)) void ask(document, beginning);
  };
  const ask = async (document: TextDocument, beginning: string): Promise<void> => {
    if (isAssociated(document)) return;
    // The client has logged a failed start, and the status item shows it.
    const answer = await client.sendRequest(recognizeRequest, { beginning }).catch(() => null);
    const isAsItWas = document.languageId === undecidedLanguage && !document.isClosed;
    if (answer !== null && isAsItWas && !decided.has(document)) decide(document, answer.language);
  };
  const decide = (document: TextDocument, language: string): void => {
    if (isAssociated(document)) return;
    decided.add(document);
    void languages.setTextDocumentLanguage(document, language);
  };

  for (const document of workspace.textDocuments) opened(document);
  return [
    workspace.onDidOpenTextDocument(opened),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      consider(
        document,
        contentChanges.some(({ text }) => endsLine(text)),
      );
    }),
  ];
}

function beginningOf(document: TextDocument): Range {
  return new Range(new Position(0, 0), document.positionAt(beginningLength));
}

/** Whether the user's settings say that such files are plain text. */
function isAssociated(document: TextDocument): boolean {
  const associations = workspace.getConfiguration("files", document).get<Record<string, string>>("associations", {});
  return Object.entries(associations).some(([glob, language]) => {
    const pattern = glob.includes("/") ? glob : `**/${glob}`;
    return language === undecidedLanguage && languages.match({ pattern }, document) > 0;
  });
}
