import { languages, workspace, type Disposable, type TextDocument } from "vscode";

/** `ISA`, the separator, the two characters of ISA01, the separator again. */
const interchangeStart = /^\uFEFF?\s*ISA([^\w\s])\w{2}\1/;

/** The language of a document whose language nobody chose. */
const undecidedLanguage = "plaintext";

/**
 * Makes a plain-text document that begins with an X12 interchange an `x12` document: a file when it opens, an untitled
 * document when the text is pasted or typed. Once only, and never one whose language was chosen.
 */
export function recogniseX12(): Disposable[] {
  // A document that gets another language is closed and opened again as the same object.
  const known = new WeakSet<TextDocument>();
  const decided = new WeakSet<TextDocument>();

  const opened = (document: TextDocument): void => {
    // An untitled document that has text at once was restored, with the language that it had.
    const isRestored = document.isUntitled && document.getText().length > 0;
    if (known.has(document) || isRestored) decided.add(document);
    known.add(document);
    consider(document);
  };
  const consider = (document: TextDocument): void => {
    if (decided.has(document) || !beginsInterchange(document) || isAssociated(document)) return;
    decided.add(document);
    void languages.setTextDocumentLanguage(document, "x12");
  };

  for (const document of workspace.textDocuments) opened(document);
  return [
    workspace.onDidOpenTextDocument(opened),
    workspace.onDidChangeTextDocument(({ document }) => {
      consider(document);
    }),
  ];
}

function beginsInterchange(document: TextDocument): boolean {
  return document.languageId === undecidedLanguage && interchangeStart.test(document.lineAt(0).text.slice(0, 200));
}

/** Whether the user's settings say that such files are plain text. */
function isAssociated(document: TextDocument): boolean {
  const associations = workspace.getConfiguration("files", document).get<Record<string, string>>("associations", {});
  return Object.entries(associations).some(([glob, language]) => {
    const pattern = glob.includes("/") ? glob : `**/${glob}`;
    return language === undecidedLanguage && languages.match({ pattern }, document) > 0;
  });
}
